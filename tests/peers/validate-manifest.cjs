// Reads a Teams manifest from standard input and holds it against its schema in @microsoft/app-manifest, offline.
// Writes what is wrong, one line each; nothing when all is well.
const { readFileSync, existsSync } = require("node:fs");
const path = require("node:path");
const Ajv = require("ajv-draft-04");
const addFormats = require("ajv-formats");

const manifest = JSON.parse(readFileSync(0, "utf8"));
const schemas = path.join(path.dirname(require.resolve("@microsoft/app-manifest/package.json")), "build", "json-schemas", "teams");
const file = path.join(schemas, `v${manifest.manifestVersion}`, "MicrosoftTeams.schema.json");
if (!existsSync(file)) {
  console.log(`no schema of version ${manifest.manifestVersion}`);
} else {
  const ajv = new Ajv({ allErrors: true, strict: false });
  addFormats(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(file, "utf8")));
  validate(manifest);
  for (const error of validate.errors ?? []) {
    console.log(`${error.instancePath} ${error.message}`);
  }
}
