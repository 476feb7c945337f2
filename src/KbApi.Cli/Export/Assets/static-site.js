// Makes the search of an exported site: results on its page, a list below the field elsewhere.
import { StaticSearch, pathOf } from './static-search.js';

const { root, locale, results: resultsWord } = document.body.dataset;
const index = new StaticSearch(root, locale);
const texts = {
  en: { none: 'Nothing was found for', exact: 'This is the code you looked for', error: 'Error', warning: 'Warning', info: 'Information', hits: n => n === 1 ? '1 result' : `${n} results`, instead: list => ` for ${list.map(w => `“${w}”`).join(' or ')}`, failed: 'The search can’t be loaded right now.' },
  sv: { none: 'Inget hittades för', exact: 'Det här är koden du sökte', error: 'Fel', warning: 'Varning', info: 'Information', hits: n => n === 1 ? '1 träff' : `${n} träffar`, instead: list => ` på ${list.map(w => `”${w}”`).join(' eller ')}`, failed: 'Sökningen kan inte läsas in just nu.' },
};
const words = texts[document.documentElement.lang] ?? texts.en;

const make = (tag, properties = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) if (name in element) element[name] = value; else element.setAttribute(name, value);
  element.append(...children);
  return element;
};

const pageOf = hit => `${root}${locale}/entries/${pathOf(hit.id)}.html`;
const codesOf = hit => make('ul', { className: 'codes' }, ...hit.codes.map(c => make('li', {}, make('code', { textContent: c }))));

const itemOf = hit => make('li', { className: hit.exact ? 'hit exact' : 'hit' },
  ...(hit.exact ? [make('p', { className: 'exact-note', textContent: words.exact })] : []),
  make('a', { className: 'hit-title', href: pageOf(hit), lang: hit.locale, textContent: hit.title }),
  make('div', { className: 'hit-meta' }, make('span', { className: `severity ${hit.severity}`, textContent: words[hit.severity] ?? hit.severity }), ...(hit.codes.length ? [codesOf(hit)] : [])),
  make('p', { className: 'snippet', lang: hit.locale, textContent: hit.text }),
  make('p', { className: 'where', lang: hit.locale, textContent: hit.article }));

function whileTyping(input, ask) {
  let last = 0;
  const run = async () => {
    const mine = ++last;
    try {
      const show = await ask(input.value.trim());
      if (mine === last) show();
    } catch {
      if (mine === last) input.form.dispatchEvent(new CustomEvent('kb-failed'));
    }
  };
  input.addEventListener('input', run);
  return run;
}

function resultsPage(input, results) {
  const tips = [...results.childNodes];
  const run = whileTyping(input, async query => {
    if (!query) return () => results.replaceChildren(...tips);
    const { total, hits, instead } = await index.search(query, 50);
    return () => {
      results.replaceChildren(make('p', { className: 'count', role: 'status', textContent: hits.length ? words.hits(total) + (instead.length ? words.instead(instead.slice(0, 3)) : '') : `${words.none} “${query}”.` }), ...(hits.length ? [make('ol', { className: 'hits' }, ...hits.map(itemOf))] : tips));
      const address = new URL(location.href);
      address.searchParams.set('q', query);
      history.replaceState(null, '', address);
    };
  });
  input.form.addEventListener('submit', event => { event.preventDefault(); run(); });
  input.form.addEventListener('kb-failed', () => results.replaceChildren(make('p', { className: 'empty', role: 'alert', textContent: words.failed })));
  input.value = new URLSearchParams(location.search).get('q') ?? '';
  if (input.value) run();
}

/** A list below the field; the arrow keys choose from it. */
function suggestions(input) {
  const list = make('ul', { id: `${input.id}-list`, className: 'suggestions', role: 'listbox', 'aria-label': resultsWord, hidden: true });
  input.form.append(list);
  for (const [name, value] of [['role', 'combobox'], ['aria-autocomplete', 'list'], ['aria-expanded', 'false'], ['aria-controls', list.id]]) input.setAttribute(name, value);
  let chosen = -1;
  const choose = next => {
    chosen = next;
    [...list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === next)));
    if (next >= 0) input.setAttribute('aria-activedescendant', list.children[next].id); else input.removeAttribute('aria-activedescendant');
  };
  const open = isOpen => { list.hidden = !isOpen; input.setAttribute('aria-expanded', String(isOpen)); choose(-1); };
  whileTyping(input, async query => {
    const { hits } = query ? await index.search(query, 6) : { hits: [] };
    return () => {
      list.replaceChildren(...hits.map((hit, i) => {
        const option = make('li', { id: `${list.id}-${i}`, role: 'option' }, ...(hit.codes[0] ? [make('code', { textContent: hit.codes[0] }), ' '] : []), make('span', { lang: hit.locale, textContent: hit.title }));
        option.address = pageOf(hit);
        option.addEventListener('pointerdown', event => { event.preventDefault(); location.href = option.address; });
        return option;
      }));
      open(hits.length > 0 && document.activeElement === input);
    };
  });
  input.addEventListener('blur', () => open(false));
  input.addEventListener('keydown', event => {
    const count = list.children.length;
    if (list.hidden || count === 0) return;
    if (event.key === 'Escape') { event.preventDefault(); open(false); }
    if (event.key === 'ArrowDown') { event.preventDefault(); choose(chosen + 1 >= count ? -1 : chosen + 1); }
    if (event.key === 'ArrowUp') { event.preventDefault(); choose(chosen < 0 ? count - 1 : chosen - 1); }
    if (event.key === 'Enter' && chosen >= 0) { event.preventDefault(); location.href = list.children[chosen].address; }
  });
}

const results = document.getElementById('results');
for (const input of document.querySelectorAll('input[type=search]')) {
  if (results && input.id === 'search') resultsPage(input, results); else suggestions(input);
}
