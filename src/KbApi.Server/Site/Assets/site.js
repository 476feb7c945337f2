// Makes pages that work without it more comfortable. Texts come from the page; what is shown of the content is put in as text, or comes
// from the server as a page that was made there.
const words = document.body.dataset;

function themes() {
  const button = document.querySelector('.theme-switch');
  if (!button) return;
  const root = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => (root.dataset.theme ?? (system.matches ? 'dark' : 'light')) === 'dark';
  const show = () => button.setAttribute('aria-pressed', String(isDark()));
  button.hidden = false;
  button.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    try { localStorage.setItem('kb-theme', root.dataset.theme); } catch { /* It holds for this page. */ }
    show();
  });
  system.addEventListener('change', show);
  show();
}

/** A text as somebody would write it down: steps numbered, paragraphs apart. */
function textOf(element) {
  const blocks = [...element.querySelectorAll('p, li')].filter(e => !e.querySelector('p, li'));
  return blocks.map(e => {
    const text = e.innerText.trim();
    const list = e.closest('ol');
    return e.tagName === 'LI' && list ? `${[...list.children].indexOf(e) + 1}. ${text}` : text;
  }).join('\n');
}

function copying() {
  if (!navigator.clipboard) return;
  for (const part of document.querySelectorAll('[data-copyable]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.lang = document.documentElement.lang;
    button.textContent = words.copy;
    const state = document.createElement('span');
    state.className = 'visually-hidden';
    state.setAttribute('role', 'status');
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(textOf(part));
      button.textContent = words.copied;
      state.textContent = words.copied;
      setTimeout(() => { button.textContent = words.copy; state.textContent = ''; }, 2000);
    });
    part.append(button, state);
  }
}

/** Calls at most once in a while, and drops what is overtaken. */
function whileTyping(input, milliseconds, ask) {
  let timer = 0;
  let controller = null;
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      controller?.abort();
      controller = new AbortController();
      ask(input.value.trim(), controller.signal).catch(error => { if (error.name !== 'AbortError') throw error; });
    }, milliseconds);
  });
}

/** On the page of results, the results follow what is typed. */
function liveResults() {
  const input = document.querySelector('input[data-live]');
  if (!input) return;
  whileTyping(input, 150, async (query, signal) => {
    const address = new URL(input.form.action);
    for (const [name, value] of new FormData(input.form)) if (value) address.searchParams.set(name, value);
    const response = await fetch(address, { signal, headers: { Accept: 'text/html' } });
    if (!response.ok) return;
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    document.getElementById('results').replaceWith(document.adoptNode(page.getElementById('results')));
    document.title = page.title;
    history.replaceState(null, '', address);
  });
}

/** Elsewhere, a list below the field offers entries and words. Entries that a code leads to come first. */
function suggestions() {
  for (const input of document.querySelectorAll('input[data-suggest]')) new Suggestions(input);
}

class Suggestions {
  constructor(input) {
    this.input = input;
    this.list = document.createElement('ul');
    this.list.id = `${input.id}-list`;
    this.list.className = 'suggestions';
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', words.results);
    this.list.hidden = true;
    input.form.append(this.list);
    for (const [name, value] of [['role', 'combobox'], ['aria-autocomplete', 'list'], ['aria-expanded', 'false'], ['aria-controls', this.list.id]]) input.setAttribute(name, value);
    whileTyping(input, 120, (query, signal) => this.ask(query, signal));
    input.addEventListener('keydown', event => this.key(event));
    input.addEventListener('blur', () => setTimeout(() => this.close(), 150));
  }

  async ask(query, signal) {
    if (!query) { this.close(); return; }
    const parameters = `q=${encodeURIComponent(query)}&locale=${encodeURIComponent(words.locale)}`;
    const [found, suggested] = await Promise.all([
      fetch(`${words.api}/search?${parameters}&limit=5`, { signal }).then(r => r.json()),
      fetch(`${words.api}/suggest?${parameters}`, { signal }).then(r => r.json()),
    ]);
    const entries = (found.items ?? []).filter(h => h.kind === 'entry').map(h => ({
      text: h.title, lang: h.locale, code: h.codes.find(c => c.role === 'identifying')?.value, address: this.addressOf(`/entries/${h.id.split('/').map(encodeURIComponent).join('/')}`),
    }));
    const phrases = (suggested.items ?? []).filter(s => !s.id).slice(0, 4).map(s => ({ text: s.text, address: this.addressOf('/search', s.text) }));
    this.show([...entries, ...phrases]);
  }

  addressOf(path, query) {
    const address = new URL(words.api.slice(0, -'/v1'.length) + path, location.origin);
    if (query) address.searchParams.set('q', query);
    const locale = this.input.form.elements.locale?.value;
    if (locale) address.searchParams.set('locale', locale);
    return address;
  }

  show(items) {
    this.list.replaceChildren(...items.map((item, i) => {
      const option = document.createElement('li');
      option.id = `${this.list.id}-${i}`;
      option.setAttribute('role', 'option');
      if (item.code) option.append(Object.assign(document.createElement('code'), { textContent: item.code }), ' ');
      option.append(Object.assign(document.createElement('span'), { textContent: item.text, lang: item.lang ?? '' }));
      option.addEventListener('pointerdown', event => { event.preventDefault(); location.href = item.address; });
      option.address = item.address;
      return option;
    }));
    const isOpen = items.length > 0 && document.activeElement === this.input;
    this.list.hidden = !isOpen;
    this.input.setAttribute('aria-expanded', String(isOpen));
    this.choose(-1);
  }

  close() {
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.choose(-1);
  }

  choose(index) {
    this.index = index;
    [...this.list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === index)));
    const option = this.list.children[index];
    if (option) { this.input.setAttribute('aria-activedescendant', option.id); option.scrollIntoView({ block: 'nearest' }); } else this.input.removeAttribute('aria-activedescendant');
  }

  key(event) {
    const count = this.list.children.length;
    if (event.key === 'Escape' && !this.list.hidden) { event.preventDefault(); this.close(); return; }
    if (this.list.hidden || count === 0) return;
    if (event.key === 'ArrowDown') { event.preventDefault(); this.choose(this.index + 1 >= count ? -1 : this.index + 1); }
    if (event.key === 'ArrowUp') { event.preventDefault(); this.choose(this.index < 0 ? count - 1 : this.index - 1); }
    if (event.key === 'Enter' && this.index >= 0) { event.preventDefault(); location.href = this.list.children[this.index].address; }
  }
}

/** A log may be dropped, and is sent as soon as it is chosen. */
function dropping() {
  for (const form of document.querySelectorAll('form[data-drop]')) {
    const input = form.querySelector('input[type=file]');
    const send = () => { if (input.files.length > 0) form.requestSubmit(); };
    input.addEventListener('change', send);
    for (const [name, isOver] of [['dragenter', true], ['dragover', true], ['dragleave', false], ['drop', false]]) {
      form.addEventListener(name, event => { event.preventDefault(); form.classList.toggle('over', isOver); });
    }
    form.addEventListener('drop', event => { input.files = event.dataTransfer.files; send(); });
  }
}

/** "/" goes to the field to search with, as people know it from elsewhere. */
function shortcut() {
  document.addEventListener('keydown', event => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select, [contenteditable]')) return;
    const input = document.getElementById('search') ?? document.getElementById('header-search');
    if (input) { event.preventDefault(); input.focus(); input.select(); }
  });
}

themes();
copying();
liveResults();
suggestions();
dropping();
shortcut();
