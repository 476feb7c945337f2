// <kb-answer> and <kb-search> on a site of files: the same elements, with answers from files instead of a server.
import { StaticSearch, pathOf } from '../../assets/static-search.js';

const home = new URL('../../', import.meta.url).href;
const { items: locales } = await (await fetch(`${home}locales.json`)).json();

/** The best locale that there is: itself, then one of its language, then the first. */
function localeFor(wanted) {
  const language = wanted.split('-')[0].toLowerCase();
  return locales.find(l => l.toLowerCase() === wanted.toLowerCase()) ?? locales.find(l => l.split('-')[0] === language) ?? locales[0];
}

async function entry(base, locale, id, signal) {
  const response = await fetch(`${base}${locale}/entries/${pathOf(id)}.json`, { signal, credentials: 'omit' });
  return response.ok ? { status: 200, body: await response.json() } : { status: response.status, body: {} };
}

globalThis[Symbol.for('kb-source')] = {
  async ask(base, path, parameters, signal) {
    const locale = localeFor(parameters.locale);
    const index = new StaticSearch(base, locale);
    if (path === 'v1/search') {
      const { total, hits } = await index.search(parameters.q, Number(parameters.limit));
      return { status: 200, body: { total, items: hits.map(h => ({ kind: 'entry', id: h.id, title: h.title, locale: h.locale, codes: h.codes.map(value => ({ value })) })) } };
    }
    const [kind, ...rest] = path.slice('v1/'.length).split('/').map(decodeURIComponent);
    if (kind === 'entries') return entry(base, locale, rest.join('/'), signal);
    const found = await index.lookup(rest.join('/'));
    if (found.length === 0) return { status: 404, body: {} };
    if (found.length === 1) return entry(base, locale, found[0].id, signal);
    return { status: 200, body: { matches: found.map(f => ({ id: f.id, title: f.title, locale: f.locale, isFallback: f.locale !== locale, staleness: { state: 'unknown' } })) } };
  },
  pageOf(base, id, locale) { return `${base}${localeFor(locale)}/entries/${pathOf(id)}.html`; },
  searchPage(base, locale) { return `${base}${localeFor(locale)}/search.html`; },
};
await import('./kb-elements.js');
