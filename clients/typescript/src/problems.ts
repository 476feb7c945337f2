import type { Problem } from "./types.js";

/** The server refused a request, and says why. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";

  constructor(
    readonly problem: Problem,
    /** How many seconds to wait before the request is made again; absent where waiting does not help. */
    readonly retryAfter?: number,
  ) {
    super(problem.detail);
  }

  get status(): number {
    return this.problem.status;
  }
}

/** Something answered that is not the server: a proxy, a sign-in page, another program. */
export class UnexpectedAnswerError extends Error {
  override readonly name = "UnexpectedAnswerError";

  constructor(
    readonly status: number,
    readonly url: string,
  ) {
    super(`${url} answered ${status} without a problem document.`);
  }
}

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The body of a successful answer. */
export function read<T>({ data, error, response }: Answer<T>): T {
  if (response.ok && data !== undefined && typeof data === "object") {
    return data;
  }
  if (!isProblem(error)) {
    throw new UnexpectedAnswerError(response.status, response.url);
  }
  const seconds = Number.parseInt(response.headers.get("Retry-After") ?? "", 10);
  throw Number.isNaN(seconds) ? new ProblemError(error) : new ProblemError(error, seconds);
}

function isProblem(value: unknown): value is Problem {
  return typeof value === "object" && value !== null && "code" in value && "status" in value && "detail" in value;
}
