// Parses Markdown with one of its parsers into its tree or tokens. Usage: node read.mjs PARSER ROUNDS LIST
// LIST is a file with a path a line; milliseconds of processor time of each round after the first go to standard output, as JSON.
import { readFileSync } from 'node:fs';

const [parser, rounds, list] = process.argv.slice(2);

async function parse() {
  if (parser === 'remark-gfm') {
    const { unified } = await import('unified');
    const { default: remarkParse } = await import('remark-parse');
    const { default: remarkGfm } = await import('remark-gfm');
    const processor = unified().use(remarkParse).use(remarkGfm);
    return (text) => processor.parse(text);
  }

  const { default: MarkdownIt } = await import('markdown-it');
  const markdown = new MarkdownIt();
  return (text) => markdown.parse(text, {});
}

const read = await parse();
const texts = readFileSync(list, 'utf8').split('\n').filter(Boolean).map((path) => readFileSync(path, 'utf8'));
const times = [];
for (let round = 0; round <= Number(rounds); round++) {
  const start = process.cpuUsage();
  for (const text of texts) {
    read(text);
  }

  const time = process.cpuUsage(start);
  times.push((time.user + time.system) / 1000);
}

console.log(JSON.stringify(times.slice(1)));
