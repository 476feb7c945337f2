import type { Middleware } from "openapi-fetch";

interface Stored {
  readonly tag: string;
  readonly body: string;
}

/**
 * Keeps the last answers, and asks with their entity tags whether they still hold: an answer that does costs the server
 * next to nothing. Browsers do this by themselves; other runtimes do not.
 */
export function entityTagCache(capacity: number): Middleware {
  const answers = new Map<string, Stored>();
  return {
    onRequest({ request }) {
      const stored = request.method === "GET" ? answers.get(request.url) : undefined;
      if (stored) {
        request.headers.set("If-None-Match", stored.tag);
      }
      return request;
    },

    async onResponse({ request, response }) {
      if (request.method !== "GET") {
        return undefined;
      }
      const stored = answers.get(request.url);
      if (response.status === 304 && stored) {
        keep(request.url, stored);
        return new Response(stored.body, { status: 200, headers: response.headers });
      }
      const tag = response.headers.get("ETag");
      if (response.ok && tag) {
        keep(request.url, { tag, body: await response.clone().text() });
      }
      return undefined;
    },
  };

  // The answer that was not asked for the longest goes first: a Map keeps the order of insertion.
  function keep(url: string, stored: Stored): void {
    answers.delete(url);
    answers.set(url, stored);
    if (answers.size > capacity) {
      answers.delete(answers.keys().next().value!);
    }
  }
}
