// Reads XLIFF from a file and writes what the npm package xliff made of it: node roundtrip.mjs 1.2|2.1 IN OUT
import { readFileSync, writeFileSync } from 'node:fs';
import xliff from 'xliff';

const [version, input, output] = process.argv.slice(2);
const text = readFileSync(input, 'utf8');
if (version === '1.2') {
    const read = await xliff.xliff12ToJs(text, { captureSpacesBetweenElements: true });
    writeFileSync(output, await xliff.jsToXliff12(read, { indent: '' }));
} else {
    const read = await xliff.xliff2js(text);
    writeFileSync(output, await xliff.js2xliff(read, { indent: '', targetXliffVersion: '2.1' }));
}
