// Calls a server with types that are generated from the contract: what does not fit the contract does not compile.
import type { components, paths } from "./schema";

type Get<P extends keyof paths> = paths[P] extends { get: infer O } ? O : never;
type Post<P extends keyof paths> = paths[P] extends { post: infer O } ? O : never;
type Answer<O> = O extends { responses: { 200: { content: { "application/json": infer B } } } } ? B : never;
type Body<O> = O extends { requestBody: { content: { "application/json": infer B } } } ? B : never;
type Query<O> = O extends { parameters: { query?: infer Q } } ? Q : never;
type InPath<O> = O extends { parameters: { path: infer P } } ? P : Record<string, never>;
type Problem = components["schemas"]["ProblemResponse"];

declare const process: { argv: string[] };
const server = process.argv[2]!;

class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
}

function address(path: string, values: object, query: object): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String((values as Record<string, unknown>)[name])));
  return server + filled + "?" + new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
}

async function read<T>(response: Response): Promise<T> {
  const body: unknown = await response.json();
  if (!response.ok) {
    throw new ProblemError(body as Problem);
  }
  return body as T;
}

async function get<P extends keyof paths>(path: P, values: InPath<Get<P>>, query: Query<Get<P>>): Promise<Answer<Get<P>>> {
  return read(await fetch(address(path, values as object, (query ?? {}) as object)));
}

async function post<P extends keyof paths>(path: P, body: Body<Post<P>>): Promise<Answer<Post<P>>> {
  const headers = { "Content-Type": "application/json" };
  return read(await fetch(server + path, { method: "POST", headers, body: JSON.stringify(body) }));
}

function equal(actual: unknown, expected: unknown, what: string): void {
  if (actual !== expected) {
    throw new Error(`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`);
  }
  console.log(`ok ${what}`);
}

const code = await get("/v1/codes/{code}", { code: "sspr 29" }, { locale: "sv-SE" });
equal("matches" in code ? undefined : code.id, "sspr/sspr-0029", "a code in another spelling");

const entry = await get("/v1/entries/{id}", { id: "sspr/31003" }, { locale: "sv-FI", detail: "brief" });
equal(entry.locale, "sv-SE", "an entry in the nearest locale, by an id with an escaped slash");

const first = await get("/v1/entries", {}, { section: "reset-portal", limit: 7 });
const second = await get("/v1/entries", {}, { section: "reset-portal", limit: 7, cursor: first.nextCursor! });
equal(first.items.length + second.items.length, first.total, "two pages that make the whole");

const found = await get("/v1/search", {}, { q: "what is sspr 29", locale: "en-US" });
equal(found.items[0]?.id, "sspr/sspr-0029", "a search");

const report = await post("/v1/classify", { message: "Event ID 31003 from PasswordResetService", code: 31003 });
equal(report.verdict, "matched", "a report");
equal(report.candidates?.[0]?.id, "sspr/31003", "its entry");

try {
  await get("/v1/codes/{code}", { code: "31099" }, {});
  throw new Error("An undocumented code was found.");
} catch (error) {
  if (!(error instanceof ProblemError)) {
    throw error;
  }
  equal(error.problem.code, "KBAPI-4041", "a problem");
  equal(error.problem.family?.pattern, "31000-31999", "the family of an undocumented code");
}
