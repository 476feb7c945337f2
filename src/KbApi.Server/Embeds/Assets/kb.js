/*!
 * <kb-answer code="…" | entry="…" locale="…"> and <kb-search locale="…">: answers of a knowledge base in any page.
 * No dependency. Styles are a constructed sheet and content is put in as text, so a strict Content-Security-Policy is enough:
 * script-src and connect-src with the address of the knowledge base.
 */
const home = new URL('.', import.meta.url).href.replace(/embed\/v1\/$/, '');

/** Where answers come from: the API, or what a site of files puts in its place. */
const source = globalThis[Symbol.for('kb-source')] ?? {
  async ask(base, path, parameters, signal) {
    const address = new URL(base + path);
    for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
    const response = await fetch(address, { signal, credentials: 'omit', headers: { Accept: 'application/json' } });
    return { status: response.status, body: await response.json() };
  },
  pageOf: (base, id, locale) => `${base}entries/${escape(id)}?locale=${encodeURIComponent(locale)}`,
  searchPage: base => `${base}search`,
};

const words = {
  en: {
    loading: 'Loading …', missing: 'There is no answer to this here yet.', failed: 'The answer can’t be loaded right now.', near: 'Documented codes that are close:',
    several: 'This code has several meanings:', fallback: (wanted, got) => `There is no text in ${wanted} yet. You are reading ${got}.`,
    stale: 'This translation may be out of date.', open: 'Read more', all: 'Show all', search: 'Search', label: 'Search for an error code or words', none: 'Nothing found.',
    results: n => n === 1 ? '1 result' : `${n} results`,
  },
  sv: {
    loading: 'Läser in …', missing: 'Det finns inget svar på det här ännu.', failed: 'Svaret kan inte läsas in just nu.', near: 'Dokumenterade koder som liknar:',
    several: 'Koden har flera betydelser:', fallback: (wanted, got) => `Det finns ingen text på ${wanted} ännu. Du läser ${got}.`,
    stale: 'Översättningen kan vara inaktuell.', open: 'Läs mer', all: 'Visa allt', search: 'Sök', label: 'Sök på en felkod eller ord', none: 'Inget hittades.',
    results: n => n === 1 ? '1 träff' : `${n} träffar`,
  },
};

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host { display: block; color: var(--kb-color, inherit); font: var(--kb-font, inherit); }
  :host([hidden]) { display: none; }
  * { box-sizing: border-box; }
  .box { position: relative; min-block-size: var(--kb-height, 13rem); background: var(--kb-background, transparent); border: var(--kb-border, 1px solid color-mix(in srgb, currentColor 22%, transparent)); border-radius: var(--kb-radius, .6rem); padding: var(--kb-padding, 1rem 1.15rem); overflow-wrap: anywhere; }
  .box.cut { block-size: var(--kb-height, 13rem); overflow: hidden; }
  .title { margin: 0 0 .35rem; font-size: 1.1em; line-height: 1.3; font-weight: 650; }
  p, ol, ul { margin: 0 0 .7rem; }
  ol, ul { padding-inline-start: 1.4rem; }
  code { font: .88em ui-monospace, Menlo, Consolas, monospace; border: 1px solid color-mix(in srgb, currentColor 22%, transparent); border-radius: .3rem; padding: .05em .35em; }
  a { color: var(--kb-accent, LinkText); }
  .note { padding: .5rem .8rem; border-inline-start: 3px solid currentColor; background: color-mix(in srgb, currentColor 8%, transparent); font-size: .92em; }
  .source { font-size: .9em; margin: 0; }
  .more { position: absolute; inset-inline: 0; inset-block-end: 0; display: flex; justify-content: center; padding: .5rem; background: var(--kb-more-background, Canvas); border-block-start: 1px solid color-mix(in srgb, currentColor 22%, transparent); }
  button { font: inherit; padding: .4rem .9rem; border: 1px solid currentColor; border-radius: .5rem; background: transparent; color: inherit; cursor: pointer; min-block-size: 2rem; }
  :focus-visible { outline: 3px solid var(--kb-accent, Highlight); outline-offset: 2px; }
  form { display: flex; gap: .5rem; position: relative; }
  input { flex: 1; min-inline-size: 0; font: inherit; color: inherit; background: var(--kb-background, Field); border: 1px solid color-mix(in srgb, currentColor 55%, transparent); border-radius: var(--kb-radius, .6rem); padding: .6rem .8rem; }
  .results { position: absolute; z-index: 10; inset-block-start: calc(100% + .3rem); inset-inline: 0; margin: 0; padding: .5rem; list-style: none; color: CanvasText; background: var(--kb-more-background, Canvas); border: 1px solid color-mix(in srgb, currentColor 25%, transparent); border-radius: var(--kb-radius, .6rem); max-block-size: 22rem; overflow-y: auto; box-shadow: 0 8px 24px rgb(0 0 0 / .16); }
  .results a { display: block; padding: .45rem .55rem; text-decoration: none; border-radius: .4rem; }
  .results a:hover { background: color-mix(in srgb, currentColor 8%, transparent); }
  .sr { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`);

const make = (tag, properties = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null) continue;
    if (name in element) element[name] = value; else element.setAttribute(name, value);
  }
  element.append(...children.filter(Boolean));
  return element;
};

const nameOf = (locale, reader) => {
  try { return new Intl.DisplayNames([reader], { type: 'language' }).of(new Intl.Locale(locale).language); } catch { return locale; }
};

const isRightToLeft = locale => {
  try { const l = new Intl.Locale(locale); return (l.getTextInfo?.() ?? l.textInfo)?.direction === 'rtl'; } catch { return false; }
};

const escape = id => id.split('/').map(encodeURIComponent).join('/');
const paragraphs = text => (text ?? '').split(/\n\n+/).filter(Boolean).map(t => make('p', {}, ...t.split('\n').flatMap((line, i) => i ? [make('br'), line] : [line])));

class KbElement extends HTMLElement {
  #controller = null;

  get locale() { return this.getAttribute('locale') || this.closest('[lang]')?.lang || navigator.language || 'en'; }

  /** The language of the element's own words. */
  get language() { const language = this.locale.split('-')[0].toLowerCase(); return language in words ? language : 'en'; }

  get words() { return words[this.language]; }

  get base() { return this.getAttribute('base') ? new URL(this.getAttribute('base'), location.href).href.replace(/\/?$/, '/') : home; }

  get root() {
    if (!this.shadowRoot) this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet];
    return this.shadowRoot;
  }

  pageOf(id) { return source.pageOf(this.base, id, this.locale); }

  /** Asks, and drops what was asked before. Answers the status and the body, or null where it was overtaken. */
  async ask(path, parameters = {}) {
    this.#controller?.abort();
    const controller = this.#controller = new AbortController();
    try {
      const answer = await source.ask(this.base, path, { locale: this.locale, ...parameters }, controller.signal);
      return controller.signal.aborted ? null : answer;
    } catch (error) {
      return controller.signal.aborted ? null : { status: 0, body: { title: String(error) } };
    }
  }

  tell(event, detail) { this.dispatchEvent(new CustomEvent(event, { detail, bubbles: true, composed: true })); }
}

class KbAnswer extends KbElement {
  static observedAttributes = ['code', 'entry', 'source', 'locale', 'base'];

  #scheduled = false;

  connectedCallback() { this.#schedule(); }

  attributeChangedCallback() { if (this.isConnected) this.#schedule(); }

  #schedule() {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => { this.#scheduled = false; this.#load(); });
  }

  async #load() {
    const code = this.getAttribute('code');
    const entry = this.getAttribute('entry');
    // What stands in the element is shown until there is an answer, and where there is none.
    this.#show(make('slot', {}, make('p', { textContent: this.words.loading })));
    this.setAttribute('aria-busy', 'true');
    if (!code && !entry) { this.#missing(0, {}); return; }
    const source = this.getAttribute('source');
    const answer = entry ? await this.ask(`v1/entries/${escape(entry)}`) : await this.ask(`v1/codes/${encodeURIComponent(code)}`, source ? { source } : {});
    if (!answer) return;
    if (answer.status !== 200) { this.#missing(answer.status, answer.body); return; }
    this.removeAttribute('aria-busy');
    if (answer.body.matches) this.#showSeveral(answer.body.matches); else this.#showEntry(answer.body);
  }

  #show(...content) {
    this.root.replaceChildren(make('div', { className: 'box', part: 'box' }, ...content));
    const box = this.root.firstChild;
    // Nothing on the page moves when the answer comes: what is higher than its place is shown on request.
    if (this.#isHigherThanPlace(box)) {
      const button = make('button', { type: 'button', part: 'more', textContent: this.words.all, onclick: () => { box.classList.remove('cut'); button.parentNode.remove(); } });
      box.classList.add('cut');
      box.append(make('div', { className: 'more' }, button));
    }
  }

  #isHigherThanPlace(box) {
    const height = box.offsetHeight;
    box.classList.add('cut');
    const place = box.offsetHeight;
    box.classList.remove('cut');
    return height > place + 1;
  }

  #showEntry(entry) {
    const t = this.words;
    const { summary, steps = [] } = entry.resolution ?? {};
    const text = { lang: entry.locale, dir: isRightToLeft(entry.locale) ? 'rtl' : undefined };
    this.#show(
      make('p', { className: 'title', part: 'title', role: 'heading', 'aria-level': '3', ...text, textContent: entry.title }),
      make('p', { part: 'codes' }, ...entry.codes.filter(c => c.role === 'identifying').flatMap(c => [make('code', { part: 'code', textContent: c.value }), ' '])),
      entry.isFallback ? make('p', { className: 'note', part: 'note fallback', textContent: t.fallback(nameOf(this.locale, this.language), nameOf(entry.locale, this.language)) }) : null,
      entry.staleness.state === 'stale' ? make('p', { className: 'note', part: 'note stale', textContent: t.stale }) : null,
      make('div', { part: 'resolution', ...text }, ...paragraphs(summary), steps.length ? make('ol', { part: 'steps' }, ...steps.map(s => make('li', { textContent: s }))) : null,
        ...(entry.resolution ? [] : entry.descriptions.flatMap(paragraphs))),
      make('p', { className: 'source', part: 'source' }, make('a', { part: 'link', href: this.pageOf(entry.id), textContent: t.open })),
    );
    this.tell('kb-answer:loaded', { id: entry.id, locale: entry.locale, isFallback: entry.isFallback, staleness: entry.staleness.state });
  }

  #showSeveral(matches) {
    this.#show(make('p', { textContent: this.words.several }), this.#list(matches.map(m => ({ id: m.id, text: m.title, lang: m.locale }))));
    this.tell('kb-answer:loaded', { id: null, ids: matches.map(m => m.id), locale: matches[0].locale, isFallback: matches[0].isFallback, staleness: matches[0].staleness.state });
  }

  #list(items) {
    return make('ul', { part: 'list' }, ...items.map(i => make('li', {}, i.code ? make('code', { textContent: i.code }) : null, ' ', make('a', { part: 'link', href: this.pageOf(i.id), lang: i.lang, textContent: i.text }))));
  }

  #missing(status, problem) {
    this.removeAttribute('aria-busy');
    const near = (problem.nearest ?? []).slice(0, 3);
    this.#show(
      make('slot', {}, make('p', { textContent: status === 404 || status === 0 && !problem.title ? this.words.missing : this.words.failed })),
      near.length ? make('p', { textContent: this.words.near }) : null,
      near.length ? this.#list(near.map(n => ({ id: n.entry, text: n.title, code: n.code }))) : null,
    );
    this.tell('kb-answer:missing', { code: this.getAttribute('code'), entry: this.getAttribute('entry'), status, nearest: near.map(n => n.code) });
  }
}

class KbSearch extends KbElement {
  #timer = 0;

  connectedCallback() {
    if (this.root.firstChild) return;
    const t = this.words;
    this.input = make('input', { type: 'search', name: 'q', part: 'input', maxLength: 600, autocomplete: 'off', placeholder: this.getAttribute('placeholder') ?? t.label, 'aria-label': t.label });
    this.list = make('ul', { className: 'results', part: 'results', hidden: true });
    this.status = make('span', { className: 'sr', role: 'status' });
    const form = make('form', { action: source.searchPage(this.base, this.locale), role: 'search', part: 'form' }, this.input, make('button', { part: 'button', textContent: t.search }), this.list, this.status, make('input', { type: 'hidden', name: 'locale', value: this.locale }));
    this.root.append(form);
    this.input.addEventListener('input', () => { clearTimeout(this.#timer); this.#timer = setTimeout(() => this.#search(), 150); });
    form.addEventListener('keydown', e => { if (e.key === 'Escape') { this.list.hidden = true; this.input.focus(); } });
    form.addEventListener('focusout', e => { if (!form.contains(e.relatedTarget)) this.list.hidden = true; });
  }

  async #search() {
    const q = this.input.value.trim();
    if (!q) { this.list.hidden = true; return; }
    const answer = await this.ask('v1/search', { q, limit: this.getAttribute('limit') ?? '6' });
    if (!answer) return;
    const items = answer.body.items ?? [];
    this.list.replaceChildren(...items.map(hit => make('li', {}, make('a', { part: 'result', lang: hit.locale, href: hit.kind === 'entry' ? this.pageOf(hit.id) : `${source.searchPage(this.base, this.locale)}?q=${encodeURIComponent(q)}&locale=${encodeURIComponent(this.locale)}` },
      hit.codes?.[0] ? make('code', { textContent: hit.codes[0].value }) : null, ' ', hit.title))));
    if (items.length === 0) this.list.append(make('li', { textContent: this.words.none }));
    this.list.hidden = false;
    this.status.textContent = items.length ? this.words.results(items.length) : this.words.none;
    this.tell('kb-search:results', { query: q, total: answer.body.total ?? 0 });
  }
}

if (!customElements.get('kb-answer')) customElements.define('kb-answer', KbAnswer);
if (!customElements.get('kb-search')) customElements.define('kb-search', KbSearch);

// Frames of the knowledge base say how high they are. Those that were there before this module are asked again.
const frames = () => [...document.querySelectorAll('iframe')].filter(frame => frame.src.startsWith(`${home}embed/v1/frames/`));
addEventListener('message', event => {
  if (event.data?.type !== 'kb-answer:height' || !Number.isFinite(event.data.height)) return;
  for (const frame of frames()) {
    if (frame.contentWindow === event.source) frame.height = String(Math.min(4000, Math.max(40, event.data.height)));
  }
});
for (const frame of frames()) frame.contentWindow?.postMessage({ type: 'kb-answer:ask' }, '*');
