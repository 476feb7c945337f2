// Asks a real server with the bundled content. KBAPI_URL says where it is.
import { randomUUID } from "node:crypto";
import assert from "node:assert/strict";
import { test } from "node:test";
import { createClient, ProblemError, UnexpectedAnswerError } from "../src/index.js";

const baseUrl = process.env["KBAPI_URL"] ?? "http://localhost:5080";
const kb = createClient({ baseUrl, locale: "sv-SE" });

test("a code in another spelling is found, in the client's locale", async () => {
  const answer = await kb.lookup("sspr 29", { detail: "brief" });
  assert(answer.status === "found");
  assert.equal(answer.entry.id, "sspr/sspr-0029");
  assert.equal(answer.entry.locale, "sv-SE");
  assert.match(answer.entry.resolution?.summary ?? "", /Be administratören/);
});

test("the locale of a call wins", async () => {
  const answer = await kb.lookup("SSPR_0029", { locale: "en-US" });
  assert(answer.status === "found");
  assert.equal(answer.entry.locale, "en-US");
});

test("a code that means several things says which", async () => {
  const answer = await kb.lookup("6329");
  assert(answer.status === "several");
  assert.deepEqual(answer.matches.map((entry) => entry.id), ["sspr/6329-0x80230619", "sspr/new-forest"]);
});

test("an unknown code is an answer with the codes close to it", async () => {
  const answer = await kb.lookup("31099");
  assert(answer.status === "unknown");
  assert.equal(answer.family?.pattern, "31000-31999");
  assert(answer.nearest.length > 0);
});

test("an id with a slash leads to its entry", async () => {
  assert.equal((await kb.entry("sspr/31003", { locale: "sv-FI" })).locale, "sv-SE");
});

test("filtered entries come in pages", async () => {
  const first = await kb.entries({ section: "reset-portal", limit: 7 });
  const second = await kb.entries({ section: "reset-portal", limit: 7, cursor: first.nextCursor! });
  assert.equal(first.items.length + second.items.length, first.total);
});

test("a search finds, page after page, each hit once", async () => {
  const ids: string[] = [];
  for await (const hit of kb.searchAll("lösenord", { limit: 10 })) {
    ids.push(hit.id);
  }
  assert.equal(ids.length, (await kb.search("lösenord")).total);
  assert.equal(new Set(ids).size, ids.length);
  assert(ids.length > 10);
});

test("suggestions complete a word", async () => {
  assert((await kb.suggest("passw", { locale: "en-US" })).items.length > 0);
});

test("a message leads to its entry", async () => {
  const found = await kb.resolve("ADMutliMatchError");
  assert(found.matches.length > 0);
});

test("a report is classified", async () => {
  const verdict = await kb.classify({ message: "Event ID 31003 from PasswordResetService", code: 31003 });
  assert.equal(verdict.verdict, "matched");
  assert.equal(verdict.candidates?.[0]?.id, "sspr/31003");
});

test("a report is kept once, and answered", async () => {
  const report = { message: "Event ID 31003 from PasswordResetService, user anna@contoso.com" };
  const idempotencyKey = randomUUID();
  const kept = await kb.report(report, { idempotencyKey });
  assert.equal((await kb.report(report, { idempotencyKey })).id, kept.id);
  await kb.feedback(kept.id, { helpful: true });

  const { data } = await kb.api.GET("/v1/reports/{id}", { params: { path: { id: kept.id } } });
  assert(!JSON.stringify(data).includes("anna@contoso.com"));
});

test("a log is analyzed", async () => {
  const log = "Level,Date and Time,Source,Event ID,Task Category\nError,2026-03-01T10:02:11Z,PasswordResetService,31003,None,Failed\n";
  const analysis = await kb.analyzeLog(log, { name: "events.csv" });
  assert.equal(analysis.format, "csv");
  assert.equal(analysis.records, 1);
});

test("what has no method is called by its path, typed", async () => {
  const { data } = await kb.api.GET("/v1/locales");
  assert.deepEqual(data?.items.map((locale) => locale.locale), ["en-US", "sv-SE"]);
});

test("a refusal names the parameter, in the caller's language", async () => {
  await assert.rejects(kb.search("x", { limit: 1000 }), (error) => {
    assert(error instanceof ProblemError);
    assert.equal(error.status, 400);
    assert.equal(error.problem.errors?.[0]?.parameter, "limit");
    return true;
  });
  await assert.rejects(kb.entry("no/such"), (error) => error instanceof ProblemError && error.status === 404);
});

test("waiting is told where it helps", async () => {
  const busy = createClient({ baseUrl, fetch: async () => Response.json({ type: "x", title: "x", status: 429, detail: "x", code: "KBAPI-4291", traceId: "x" }, { status: 429, headers: { "Retry-After": "7" } }) });
  await assert.rejects(busy.lookup("x"), (error) => error instanceof ProblemError && error.retryAfter === 7);
});

test("an answer of something else is told apart", async () => {
  for (const answer of [new Response("<html>Bad gateway</html>", { status: 502 }), Response.json({ message: "x" }, { status: 403 })]) {
    const proxied = createClient({ baseUrl, fetch: async () => answer });
    await assert.rejects(proxied.lookup("x"), (error) => error instanceof UnexpectedAnswerError && error.status === answer.status);
  }
});

test("answers are kept, and asked for with their entity tag", async () => {
  const statuses: number[] = [];
  const counting = async (request: Request) => {
    const response = await fetch(request);
    statuses.push(response.status);
    return response;
  };
  const caching = createClient({ baseUrl, cachedAnswers: 1, fetch: counting });
  const first = await caching.lookup("31003");
  assert.deepEqual(await caching.lookup("31003"), first);
  assert.deepEqual(statuses, [200, 304]);

  // One is kept: another one takes its place.
  await caching.lookup("31004");
  await caching.lookup("31003");
  assert.deepEqual(statuses, [200, 304, 200, 200]);
});

test("a call can be ended", async () => {
  const ended = new AbortController();
  ended.abort();
  await assert.rejects(kb.lookup("31003", { signal: ended.signal }), { name: "AbortError" });
});

test("a trailing slash of the address does not matter", async () => {
  assert.equal((await createClient({ baseUrl: baseUrl + "/" }).lookup("31003")).status, "found");
});
