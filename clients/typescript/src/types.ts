import type { components, operations } from "./schema.js";

type Schemas = components["schemas"];
/** What a successful answer of an operation says, whichever of its statuses it has. */
type Answer<O extends keyof operations> = {
  [S in keyof operations[O]["responses"]]: S extends 200 | 201 | 202
    ? operations[O]["responses"][S] extends { content: { "application/json": infer Body } }
      ? Body
      : never
    : never;
}[keyof operations[O]["responses"]];
type Query<O extends keyof operations> = NonNullable<operations[O]["parameters"]["query"]>;

/** One problem, with what to do about it. */
export type Entry = Schemas["EntryResponse"];
/** The entries that share a code. */
export type CodeMatches = Schemas["CodeMatches"];
/** A page of hits, with facets. */
export type SearchPage = Schemas["SearchResponse"];
/** A hit of a search. */
export type SearchHit = Schemas["SearchHitResponse"];
/** What may be meant by the beginning of a query. */
export type Suggestions = Schemas["SuggestResponse"];
/** The entries behind a message, and the message in every locale. */
export type MessageResolution = Schemas["MessageResolution"];
/** What somebody reports. */
export type ErrorReport = Schemas["ClassificationRequest"];
/** A verdict on a report: matched, ambiguous or unknown, with evidence and the next question. */
export type Classification = Schemas["ClassificationResponse"];
/** A report to keep. */
export type ReportToKeep = Schemas["ReportRequest"];
/** A report that is kept: its id, and the verdict on it. */
export type KeptReport = Answer<"createReport">;
/** Whether an answer helped, or what would have been right. */
export type Feedback = Schemas["FeedbackRequest"];
/** What an event log says happened. */
export type LogAnalysis = Schemas["LogAnalysisResponse"];
/** A page of entries. */
export type EntryPage = Schemas["EntryPage"];
/** An answer that is not one: a problem document (RFC 9457). */
export type Problem = Schemas["ProblemResponse"];
/** A documented code that is close to one that is not. */
export type NearCode = NonNullable<Problem["nearest"]>[number];

/** What is known of a code. Ask for `status` before anything else. */
export type CodeAnswer =
  | { readonly status: "found"; readonly entry: Entry }
  | { readonly status: "several"; readonly matches: CodeMatches["matches"] }
  | { readonly status: "unknown"; readonly nearest: readonly NearCode[]; readonly family: Problem["family"]; readonly problem: Problem };

/** What every call takes. */
export interface CallOptions {
  /** The locale of the answer (BCP 47); that of the client where it is absent. */
  locale?: string;
  /** Ends the call. */
  signal?: AbortSignal;
}

export type LookupOptions = CallOptions & Omit<Query<"getCode">, "locale">;
export type EntryOptions = CallOptions & Omit<Query<"getEntry">, "locale">;
export type EntryFilter = CallOptions & Omit<Query<"listEntries">, "locale">;
export type SearchOptions = CallOptions & Omit<Query<"search">, "locale" | "q">;
export type SuggestOptions = CallOptions & Omit<Query<"suggest">, "locale" | "q">;
export type ResolveOptions = CallOptions & Omit<Query<"resolveMessage">, "locale" | "text">;
export type ClassifyOptions = CallOptions & Omit<Query<"classify">, "locale">;
export type FeedbackOptions = CallOptions;
/** A report is kept once, however often it is sent with the same key. */
export type ReportOptions = CallOptions & Omit<Query<"createReport">, "locale"> & { idempotencyKey?: string };
export type LogOptions = CallOptions & Omit<Query<"analyzeLog">, "locale">;
