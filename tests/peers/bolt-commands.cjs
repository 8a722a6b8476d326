// The yardstick of the benchmark bolt-inbound: an app on @slack/bolt that answers a slash command at once and keeps nothing.
// Usage: node bolt-commands.cjs PORT SIGNING_SECRET
const { App, LogLevel } = require("@slack/bolt");

const [port, signingSecret] = process.argv.slice(2);

const app = new App({
  signingSecret,
  // What a call to auth.test would tell: the app is not to speak to Slack.
  authorize: async () => ({ botToken: "xoxb-benchmark", botId: "B0BENCH", botUserId: "U0BENCH" }),
  logLevel: LogLevel.ERROR,
  endpoints: "/slack/commands",
  customRoutes: [{ path: "/", method: ["GET"], handler: (_request, response) => response.end("ready") }],
});

app.command("/coach", async ({ ack }) => {
  await ack({
    response_type: "ephemeral",
    text: "Saved as your answer",
    blocks: [
      { type: "header", text: { type: "plain_text", text: "Saved as your answer", emoji: false } },
      { type: "section", text: { type: "plain_text", text: "What would make it a 4?", emoji: false } },
    ],
  });
});

app.start({ port: Number(port), host: "127.0.0.1" });
