// Reads a Teams manifest from standard input and holds it against its schema in @microsoft/app-manifest, offline.
// With a version as its argument it reads the file of another language for a manifest of that version.
// Writes what is wrong, one line each; nothing when all is well.
const { readFileSync, existsSync } = require("node:fs");
const path = require("node:path");
const Ajv = require("ajv-draft-04");
const addFormats = require("ajv-formats");

const manifest = JSON.parse(readFileSync(0, "utf8"));
const localized = process.argv[2];
const version = localized ?? manifest.manifestVersion;
const schemas = path.join(path.dirname(require.resolve("@microsoft/app-manifest/package.json")), "build", "json-schemas", "teams");
const file = path.join(schemas, `v${version}`, localized ? "MicrosoftTeams.Localization.schema.json" : "MicrosoftTeams.schema.json");
if (!existsSync(file)) {
  console.log(`no schema of version ${version}`);
} else {
  // Some patterns of the schemas are no regular expressions of Unicode.
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(file, "utf8")));
  validate(manifest);
  for (const error of validate.errors ?? []) {
    console.log(`${error.instancePath} ${error.message}`);
  }
}
