export { createClient, type Client, type ClientOptions } from "./client.js";
export { ProblemError, UnexpectedAnswerError } from "./problems.js";
export type { components, operations, paths } from "./schema.js";
export type * from "./types.js";
