// Makes the package that a Teams administrator uploads: manifest.json with the ids filled in, its words in other languages,
// and the two icons.
// Needs Node 20 and nothing else.

import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";

const usage = `node manifest/teams/package.mjs --app-id <guid> [--bot-id <guid>] [--url https://host] [--out file.zip]

  --app-id  the id of the app in Teams; that of its Entra app registration will do
  --bot-id  the Entra app registration that the bot answers as (Teams:AppId); the app id unless told
  --url     the site with /privacy and /terms; https://botcoach.example.com, which is nobody's, unless told
  --out     botcoach-teams.zip in the current folder unless told`;

function giveUp(complaint) {
  console.error(`package.mjs: ${complaint}\n\n${usage}`);
  process.exit(1);
}

function options() {
  const text = { type: "string" };
  try {
    return parseArgs({ options: { "app-id": text, "bot-id": text, url: text, out: text } }).values;
  } catch (error) {
    return giveUp(error.message);
  }
}

function guid(option, value) {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value) || /^[0-]+$/.test(value)) {
    giveUp(`--${option} must be a GUID such as 3f2504e0-4f89-41d3-9a0c-0305e82c3301, and is "${value}".`);
  }
  return value.toLowerCase();
}

function site(value) {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url?.protocol !== "https:" || url.search || url.hash || /["\\]/.test(value)) {
    giveUp(`--url must be an https address such as https://botcoach.example.com, and is "${value}".`);
  }
  return url.href.replace(/\/$/, "");
}

/** The check sum of PNG, gzip and ZIP; node:zlib has one only from Node 22.2 on. */
function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) {
      crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
  }
  return ~crc >>> 0;
}

/** A ZIP file of a few small files, stored as they are (APPNOTE.TXT 4.3), the same for the same content. */
function zip(files) {
  const midnight1980 = (1 << 5) | 1; // The earliest date that the format knows.
  const locals = [];
  const central = [];
  let offset = 0;
  for (const [name, content] of files) {
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0); // version needed: 2.0
    common.writeUInt16LE(midnight1980, 8);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(content.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = [Buffer.from("PK\x03\x04"), common, Buffer.from(name), content];
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    central.push(Buffer.from("PK\x01\x02"), Buffer.from([20, 0]), common, place, Buffer.from(name));
    locals.push(...local);
    offset += local.reduce((sum, part) => sum + part.length, 0);
  }

  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from("PK\x05\x06"), end]);
}

const given = options();
if (given["app-id"] === undefined) {
  giveUp("--app-id is missing.");
}
const appId = guid("app-id", given["app-id"]);
const botId = guid("bot-id", given["bot-id"] ?? appId);
const url = site(given.url ?? "https://botcoach.example.com");
const out = given.out ?? "botcoach-teams.zip";

const read = (name) => readFileSync(new URL(name, import.meta.url));
const manifest = read("manifest.json").toString().replaceAll("{{APP_ID}}", appId).replaceAll("{{BOT_ID}}", botId).replaceAll("{{URL}}", url);
writeFileSync(out, zip([["manifest.json", Buffer.from(manifest)], ["es.json", read("es.json")], ["color.png", read("color.png")], ["outline.png", read("outline.png")]]));
console.log(out);
