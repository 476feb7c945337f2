// Looks codes and words up in the files of an exported site. The rules of words, keys and names are those of the program that wrote them.
import { closest, partsOf, slipsIn } from './static-spelling.js';

const endLength = 2;
const mostWords = 60;
const files = new Map();

export function hash(text) {
  let value = 2166136261;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 16777619);
  return value >>> 0;
}

/** An id as the path of a file. */
export const pathOf = id => id.split('/').map(segment => {
  let name = '';
  for (let i = 0; i < segment.length; i++) {
    const c = segment[i];
    name += /[A-Za-z0-9_-]/.test(c) || (c === '.' && name) ? c : `~${segment.charCodeAt(i).toString(16)}`;
  }
  if (!name) return '~';
  return name.length <= 120 ? name : `${name.slice(0, 120)}~${hash(segment).toString(16).padStart(8, '0')}`;
}).map(encodeURIComponent).join('/');

const runsOf = text => text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').match(/[\p{L}\p{Nd}]+/gu) ?? [];
const ideographs = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/;

const wordsOf = text => runsOf(text).flatMap(run => ideographs.test(run) ? [...run].map((c, i, all) => c + (all[i + 1] ?? '')).slice(0, Math.max(1, run.length - 1)) : [run]);

const read = address => {
  if (!files.has(address)) {
    files.set(address, fetch(address).then(r => r.ok ? r.json() : Promise.reject(new Error(`${address} answers ${r.status}`))).catch(error => { files.delete(address); throw error; }));
  }
  return files.get(address);
};

/** The search of one site in one locale. */
export class StaticSearch {
  constructor(root, locale) { this.folder = `${root}${locale}/index/`; }

  async #shard(key) {
    const { shards } = await read(`${this.folder}index.json`);
    return read(`${this.folder}words-${hash(key.slice(0, endLength)) % shards}.json`);
  }

  /** The words that end as this one does, with how they are written where that is otherwise. */
  async #ends(word) {
    const { shards } = await read(`${this.folder}index.json`);
    return read(`${this.folder}ends-${hash(word.slice(-endLength)) % shards}.json`);
  }

  async #entry(number) {
    const { chunk } = await read(`${this.folder}index.json`);
    const [id, title, locale, severity, codes, text, article] = (await read(`${this.folder}entries-${Math.floor(number / chunk)}.json`))[number % chunk];
    return { id, title, locale, severity, codes, text, article };
  }

  /** The numbers of entries that a code leads to, in whatever way it is written. */
  async #owners(query) {
    const runs = runsOf(query);
    const keys = new Set([runs.join(''), ...runs, ...runs.slice(1).map((run, i) => runs[i] + run)]);
    const owners = new Set();
    for (const key of keys) {
      if (key.length < 2) continue;
      const { codes } = await this.#shard(key);
      if (Object.hasOwn(codes, key)) codes[key].forEach(number => owners.add(number));
    }
    return [...owners];
  }

  async lookup(code) { return Promise.all((await this.#owners(code)).map(n => this.#entry(n))); }

  /** What answers a query, best first; what a code leads to is marked, and comes before all else. Words that were looked for instead of others are named. */
  async search(query, limit = 20) {
    const exact = await this.#owners(query);
    const { found, instead } = await this.#byWords(wordsOf(query));
    const numbers = [...exact, ...found.filter(n => !exact.includes(n))];
    const hits = await Promise.all(numbers.slice(0, limit).map(n => this.#entry(n)));
    hits.forEach((hit, i) => { hit.exact = i < exact.length; });
    return { total: numbers.length, hits, instead: exact.length ? [] : instead };
  }

  async #byWords(words) {
    const { entries } = await read(`${this.folder}index.json`);
    const scores = new Map();
    const groups = (await Promise.all([...new Set(words)].map(w => this.#meant(w)))).flat();
    for (const [group, word] of groups.flatMap((meant, group) => meant.map(w => [group, w]))) {
      for (const [known, places] of this.#matching(word.text, (await this.#shard(word.text)).words)) {
        const rarity = Math.log(1 + entries / (places.length / 2));
        for (let i = 0; i < places.length; i += 2) {
          const score = word.share * rarity * places[i + 1] / (places[i + 1] + 3) * (known === word.text ? 1 : 0.6);
          const best = scores.get(places[i]) ?? new Map();
          if (score > (best.get(group) ?? 0)) scores.set(places[i], best.set(group, score));
        }
      }
    }
    const sumOf = best => [...best.values()].reduce((sum, score) => sum + score, 0);
    return {
      found: [...scores].sort(([a, x], [b, y]) => y.size - x.size || sumOf(y) - sumOf(x) || a - b).map(([number]) => number),
      instead: groups.flat().filter(w => w.written).map(w => w.written),
    };
  }

  /** What has to be found, each with what may stand for it: the word as it was typed; where nothing has it, the parts of a compound, or words with the fewest slips. */
  async #meant(word) {
    const has = async text => this.#matching(text, (await this.#shard(text)).words).length > 0;
    if (await has(word)) return [[{ text: word, share: 1 }]];
    const { words } = await this.#shard(word);
    const { links } = await read(`${this.folder}index.json`);
    for (const [head, tail] of partsOf(word, links)) {
      if (Object.hasOwn(words, head) && await has(tail)) return [[{ text: head, share: 1 }], [{ text: tail, share: 1 }]];
    }
    if (slipsIn(word) === 0) return [];
    const meant = closest(word, [...Object.keys(words), ...Object.keys(await this.#ends(word))]);
    return [await Promise.all(meant.map(async text => ({ text, share: 0.5, written: (await this.#ends(text))[text] || text })))];
  }

  /** The word itself, words that begin with it, and those that it begins with but for an ending. */
  #matching(word, known) {
    const isEnding = other => other.length >= 4 && other.length >= word.length - 3 && word.startsWith(other);
    return Object.entries(known).filter(([other]) => word.length < 2 || /^\d+$/.test(word) ? other === word : other.startsWith(word) || isEnding(other))
      .sort(([a], [b]) => a.length - b.length).slice(0, mostWords);
  }
}
