// Shows an article anew when it was saved. The page itself comes from the server; what was in sight stays in sight.
const main = document.getElementById('main');
const live = document.getElementById('live');
const texts = document.body.dataset;
const headerHeight = 80;
let source = null;

function say(text, isEnd = false) {
  live.textContent = text;
  live.classList.toggle('ended', isEnd);
}

/** The first block in sight, by what it says. */
function inSight() {
  for (const block of main.querySelectorAll('[data-lines]')) {
    const { top, bottom } = block.getBoundingClientRect();
    if (bottom > headerHeight) return { lines: block.dataset.lines, text: block.textContent, tag: block.tagName, top };
  }
  return null;
}

function keepInSight(before) {
  const blocks = [...main.querySelectorAll('[data-lines]')];
  const line = block => parseInt(block.dataset.lines, 10);
  const here = blocks.find(b => b.tagName === before.tag && b.textContent === before.text) ?? blocks.findLast(b => line(b) <= parseInt(before.lines, 10));
  if (here) scrollBy({ top: here.getBoundingClientRect().top - before.top, behavior: 'instant' });
}

function show(markup) {
  const page = new DOMParser().parseFromString(markup, 'text/html');
  const next = page.getElementById('main');
  if (!next) return;
  const before = scrollY > 0 ? inSight() : null;
  const hadFocus = main.contains(document.activeElement);
  main.replaceChildren(...[...next.childNodes].map(node => document.adoptNode(node)));
  Object.assign(main.dataset, next.dataset);
  document.title = page.title;
  if (before) keepInSight(before);
  if (hadFocus) main.focus({ preventScroll: true });
  say(texts.updated.replace('{0}', new Date().toLocaleTimeString(document.documentElement.lang)));
}

async function refresh() {
  const response = await fetch(location.href, { headers: { Accept: 'text/html' } });
  show(await response.text());
}

function connect() {
  source = new EventSource('/events');
  source.addEventListener('hello', event => {
    if (live.classList.contains('ended')) say('');
    if (String(JSON.parse(event.data).version) !== main.dataset.version) refresh();
  });
  source.addEventListener('change', event => {
    if (!main.dataset.article || JSON.parse(event.data).articles.includes(main.dataset.article)) refresh();
  });
  source.addEventListener('error', () => say(texts.ended, true));
}

// A browser keeps few connections to one server: tabs that nobody sees give theirs back, and catch up when they are seen.
document.addEventListener('visibilitychange', () => {
  if (document.hidden) source?.close(); else connect();
});

document.addEventListener('submit', async event => {
  const form = event.target;
  if (!form.matches('form.fix')) return;
  event.preventDefault();
  form.querySelector('button').disabled = true;
  const response = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
  show(await response.text());
});

connect();
