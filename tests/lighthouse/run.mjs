// Measures pages of the site with Lighthouse and writes docs/lighthouse.md and docs/lighthouse.json.
//
//   npm ci && node run.mjs            starts the server (built in Release) on this repository's content
//   npm ci && node run.mjs ADDRESS    measures a server that runs already
//
// Network and processor are simulated from a trace, so that a busy machine changes little; each page is measured several times and the median counts.
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import * as chromeLauncher from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';

const runs = 3;
const attempts = 4;
const least = { performance: 95, accessibility: 95 };
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
const pages = [
  ['home', '/'],
  ['search for words', '/search?q=password+writeback'],
  ['search for a code', '/search?q=SSPR_0029'],
  ['entry', '/entries/sspr/sspr-0029'],
  ['entry in Swedish', '/entries/sspr/31003?locale=sv-SE'],
];
const repository = fileURLToPath(new URL('../../', import.meta.url));
const chromium = process.env.KB_CHROMIUM ?? '/usr/bin/chromium';
const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function startServer() {
  const address = 'http://127.0.0.1:5092';
  const program = path.join(repository, 'artifacts/bin/KbApi.Server/release/KbApi.Server.dll');
  const server = spawn('dotnet', [program, '--urls', address, '--Kb:Content:0', path.join(repository, 'content')], { stdio: 'ignore' });
  for (let attempt = 0; attempt < 300; attempt++) {
    if (server.exitCode !== null) throw new Error('The server ended; build it first: dotnet build src/KbApi.Server -c Release');
    const ready = await fetch(`${address}/health/ready`).then(r => r.ok, () => false);
    if (ready) return { address, stop: () => server.kill() };
    await new Promise(resolve => setTimeout(resolve, 200));
  }
  server.kill();
  throw new Error('The server does not get ready.');
}

/** One run in a browser of its own, so that nothing is kept from the one before. */
async function measureOnce(url, preset) {
  const profile = await mkdtemp(path.join(tmpdir(), 'kb-lighthouse-'));
  const chrome = await chromeLauncher.launch({ chromePath: chromium, chromeFlags: flags, userDataDir: profile, ignoreDefaultFlags: false });
  try {
    const config = preset === 'desktop' ? desktopConfig : undefined;
    const { lhr } = await lighthouse(url, { port: chrome.port, logLevel: 'error', onlyCategories: categories, throttlingMethod: 'simulate', locale: 'en' }, config);
    if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
    const failed = Object.values(lhr.audits).filter(a => a.score !== null && a.score < 0.9 && a.scoreDisplayMode !== 'informative' && a.scoreDisplayMode !== 'manual')
      .map(a => a.id);
    return {
      scores: Object.fromEntries(categories.map(c => [c, Math.round(lhr.categories[c].score * 100)])),
      milliseconds: Object.fromEntries(['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time'].map(a => [a, Math.round(lhr.audits[a].numericValue)])),
      shift: Number(lhr.audits['cumulative-layout-shift'].numericValue.toFixed(3)),
      bytes: Math.round(lhr.audits['total-byte-weight'].numericValue),
      failed,
    };
  } finally {
    chrome.kill();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A browser that gets no time loses its trace; such a run says nothing of the page. */
async function measure(url, preset) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await measureOnce(url, preset);
    } catch (error) {
      if (attempt === attempts) throw error;
      console.error(`again: ${error.message}`);
    }
  }
}

function summarize(all) {
  const keys = Object.keys(all[0].milliseconds);
  return {
    scores: Object.fromEntries(categories.map(c => [c, median(all.map(r => r.scores[c]))])),
    milliseconds: Object.fromEntries(keys.map(k => [k, median(all.map(r => r.milliseconds[k]))])),
    shift: median(all.map(r => r.shift)),
    bytes: median(all.map(r => r.bytes)),
    failed: [...new Set(all.flatMap(r => r.failed))].sort().filter(id => all.filter(r => r.failed.includes(id)).length * 2 > all.length),
  };
}

function toMarkdown(results, version) {
  const rows = results.map(r => `| ${r.page} | ${r.preset} | ${categories.map(c => r.scores[c]).join(' | ')} | ${r.milliseconds['first-contentful-paint']} | ${r.milliseconds['largest-contentful-paint']} | ${r.milliseconds['total-blocking-time']} | ${r.shift} | ${Math.round(r.bytes / 1024)} |`);
  const left = [...new Set(results.flatMap(r => r.failed))].sort().map(id => {
    const where = results.filter(r => r.failed.includes(id)).map(r => `${r.page} (${r.preset})`);
    return `- \`${id}\`: ${where.length === results.length ? 'all pages' : where.join(', ')}`;
  });
  return `# Lighthouse

What Lighthouse ${version} says of pages of the site, served by this server on this repository's content, in Chromium: the median of ${runs} runs of each page, each in a new
browser, with network and processor simulated (\`throttlingMethod: simulate\`) for the presets "mobile" and "desktop". Performance depends on the machine even
so: a busy one gives lower scores. Performance and accessibility are to be at least ${least.performance}; the command exits with 1 where they are not.

\`\`\`console
$ dotnet build src/KbApi.Server -c Release
$ (cd tests/lighthouse && npm ci && node run.mjs)
\`\`\`

The same figures stand in [lighthouse.json](lighthouse.json).

| page | preset | performance | accessibility | best practices | SEO | first paint, ms | largest paint, ms | blocking, ms | shift | KiB |
| --- | --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |
${rows.join('\n')}

Pages of results ask search engines not to list them (\`noindex\`), which Lighthouse counts against SEO. Styles and the script that sets the theme come before the
first paint on purpose: a page that is painted twice is worse.

## What is left

${left.length === 0 ? 'Nothing below 0.9.' : left.join('\n')}
`;
}

const server = process.argv[2] ? { address: process.argv[2].replace(/\/$/, ''), stop() {} } : await startServer();
const results = [];
let version = '';
try {
  version = (await import('lighthouse/package.json', { with: { type: 'json' } })).default.version;
  for (const [page, address] of pages) {
    for (const preset of ['mobile', 'desktop']) {
      const all = [];
      for (let run = 0; run < runs; run++) all.push(await measure(server.address + address, preset));
      results.push({ page, address, preset, ...summarize(all) });
      console.log(page, preset, JSON.stringify(results.at(-1).scores), results.at(-1).failed.join(' '));
    }
  }
} finally {
  server.stop();
}

await writeFile(path.join(repository, 'docs/lighthouse.json'), `${JSON.stringify({ lighthouse: version, runs, results }, null, 2)}\n`);
await writeFile(path.join(repository, 'docs/lighthouse.md'), toMarkdown(results, version));
const low = results.filter(r => Object.entries(least).some(([category, score]) => r.scores[category] < score));
for (const r of low) console.error(`below ${least.performance}: ${r.page} (${r.preset})`);
process.exitCode = low.length > 0 ? 1 : 0;
