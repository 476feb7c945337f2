import createFetchClient, { type Client as FetchClient } from "openapi-fetch";
import { entityTagCache } from "./cache.js";
import { ProblemError, read } from "./problems.js";
import type { paths } from "./schema.js";
import type {
  CallOptions,
  Classification,
  ClassifyOptions,
  CodeAnswer,
  Entry,
  EntryFilter,
  EntryOptions,
  EntryPage,
  ErrorReport,
  Feedback,
  FeedbackOptions,
  KeptReport,
  LogAnalysis,
  LogOptions,
  LookupOptions,
  MessageResolution,
  ReportOptions,
  ReportToKeep,
  ResolveOptions,
  SearchHit,
  SearchOptions,
  SearchPage,
  SuggestOptions,
  Suggestions,
} from "./types.js";

/** Answers are asked for, and typed, as JSON; so are problems. */
type Json = "application/json" | "application/problem+json";

const UnknownCode = "KBAPI-4041";

export interface ClientOptions {
  /** Where the server is, for example `https://kb.example.com`. */
  baseUrl: string;
  /** The locale of answers (BCP 47) to calls that name none; by default the server's. */
  locale?: string;
  /** Headers of every request, for example an API key. */
  headers?: Record<string, string>;
  /** How many answers are kept and asked for with their entity tag; 0, the default, keeps none. Leave it so in browsers. */
  cachedAnswers?: number;
  /** What makes requests; by default that of the runtime. */
  fetch?: (request: Request) => Promise<Response>;
}

/**
 * Asks a server of KbApi.
 *
 * Every method throws a {@link ProblemError} where the server refuses, and an `UnexpectedAnswerError` where something else answers.
 */
export interface Client {
  /** What is known of a code, in any spelling. An unknown code is an answer, with the codes that are close to it. */
  lookup(code: string, options?: LookupOptions): Promise<CodeAnswer>;
  /** An entry by its id. */
  entry(id: string, options?: EntryOptions): Promise<Entry>;
  /** A page of the entries that a filter lets pass. */
  entries(filter?: EntryFilter): Promise<EntryPage>;
  /** A page of what answers some words; `nextCursor` leads to the next one. */
  search(query: string, options?: SearchOptions): Promise<SearchPage>;
  /** All hits, page by page as they are asked for. */
  searchAll(query: string, options?: SearchOptions): AsyncGenerator<SearchHit, void, undefined>;
  /** What may be meant by the beginning of a query. */
  suggest(query: string, options?: SuggestOptions): Promise<Suggestions>;
  /** A message in any language back to its entry. */
  resolve(text: string, options?: ResolveOptions): Promise<MessageResolution>;
  /** A verdict on what somebody reports; nothing of it is kept. */
  classify(report: ErrorReport, options?: ClassifyOptions): Promise<Classification>;
  /** A verdict on what somebody reports, which is kept, redacted. Sent again with the same `idempotencyKey`, it is kept once. */
  report(report: ReportToKeep, options?: ReportOptions): Promise<KeptReport>;
  /** Says whether the answer to a report helped, or which entry would have been right. */
  feedback(reportId: string, feedback: Feedback, options?: FeedbackOptions): Promise<void>;
  /** What an event log says happened: Windows event XML, CSV, JSON Lines or text. */
  analyzeLog(log: string, options?: LogOptions): Promise<LogAnalysis>;
  /** All operations of the contract, typed: what has no method above. */
  readonly api: FetchClient<paths, Json>;
}

/** Makes a client; it may be kept and used from everywhere. */
export function createClient({ baseUrl, locale, headers, cachedAnswers = 0, fetch }: ClientOptions): Client {
  const api = createFetchClient<paths, Json>({
    baseUrl: baseUrl.replace(/\/+$/, ""),
    headers: { Accept: "application/json", ...headers },
    ...(fetch && { fetch }),
  });
  if (cachedAnswers > 0) {
    api.use(entityTagCache(cachedAnswers));
  }

  // The server's own default holds where neither the call nor the client names a locale.
  function split<T extends CallOptions>({ signal, ...query }: T) {
    return { query: { ...(locale !== undefined && { locale }), ...query }, ...(signal && { signal }) };
  }

  const client: Client = {
    api,

    async lookup(code, options = {}) {
      const { query, ...init } = split(options);
      try {
        const answer = read(await api.GET("/v1/codes/{code}", { params: { path: { code }, query }, ...init }));
        return "matches" in answer ? { status: "several", matches: answer.matches } : { status: "found", entry: answer };
      } catch (error) {
        if (error instanceof ProblemError && error.problem.code === UnknownCode) {
          const { problem } = error;
          return { status: "unknown", nearest: problem.nearest ?? [], family: problem.family, problem };
        }
        throw error;
      }
    },

    async entry(id, options = {}) {
      const { query, ...init } = split(options);
      return read(await api.GET("/v1/entries/{id}", { params: { path: { id }, query }, ...init }));
    },

    async entries(filter = {}) {
      const { query, ...init } = split(filter);
      return read(await api.GET("/v1/entries", { params: { query }, ...init }));
    },

    async search(q, options = {}) {
      const { query, ...init } = split(options);
      return read(await api.GET("/v1/search", { params: { query: { ...query, q } }, ...init }));
    },

    async *searchAll(q, options = {}) {
      let page = await client.search(q, options);
      yield* page.items;
      while (page.nextCursor) {
        page = await client.search(q, { ...options, cursor: page.nextCursor });
        yield* page.items;
      }
    },

    async suggest(q, options = {}) {
      const { query, ...init } = split(options);
      return read(await api.GET("/v1/suggest", { params: { query: { ...query, q } }, ...init }));
    },

    async resolve(text, options = {}) {
      const { query, ...init } = split(options);
      return read(await api.GET("/v1/messages/resolve", { params: { query: { ...query, text } }, ...init }));
    },

    async classify(report, options = {}) {
      const { query, ...init } = split(options);
      return read(await api.POST("/v1/classify", { params: { query }, body: report, ...init }));
    },

    async report(report, { idempotencyKey, ...options } = {}) {
      const { query, ...init } = split(options);
      const header = idempotencyKey === undefined ? {} : { "Idempotency-Key": idempotencyKey };
      return read(await api.POST("/v1/reports", { params: { query, header }, body: report, ...init }));
    },

    async feedback(reportId, feedback, options = {}) {
      const { query, ...init } = split(options);
      read(await api.POST("/v1/reports/{id}/feedback", { params: { path: { id: reportId }, query }, body: feedback, ...init }));
    },

    async analyzeLog(log, options = {}) {
      const { query, ...init } = split(options);
      const headers = { "Content-Type": "application/octet-stream" };
      return read(await api.POST("/v1/logs/analyze", { params: { query }, body: log, bodySerializer: (text) => text, headers, ...init }));
    },
  };
  return client;
}
