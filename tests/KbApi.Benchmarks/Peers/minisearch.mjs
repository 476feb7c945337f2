// Asks minisearch the questions of the benchmark. Usage: node minisearch.mjs FOLDER
// FOLDER has entries.jsonl ({id, text}) and questions.jsonl ({kind, query}); ids and milliseconds of processor time of each go to answers.jsonl.
import { createReadStream, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import MiniSearch from 'minisearch';

const folder = process.argv[2];
const kinds = {
  any: { combineWith: 'OR' },
  prefix: { combineWith: 'OR', prefix: (_, i, terms) => i === terms.length - 1 },
  fuzzy: { combineWith: 'OR', fuzzy: 0.2 },
};

async function* read(name) {
  for await (const line of createInterface({ input: createReadStream(join(folder, name)), crlfDelay: Infinity })) {
    yield JSON.parse(line);
  }
}

const index = new MiniSearch({ fields: ['text'], idField: 'id' });
for await (const entry of read('entries.jsonl')) {
  index.add(entry);
}

const answers = [];
for await (const question of read('questions.jsonl')) {
  const start = process.cpuUsage();
  const ids = index.search(question.query, kinds[question.kind]).slice(0, 10).map((hit) => hit.id);
  const time = process.cpuUsage(start);
  answers.push(JSON.stringify({ ids, milliseconds: (time.user + time.system) / 1000 }));
}

writeFileSync(join(folder, 'answers.jsonl'), answers.join('\n') + '\n');
