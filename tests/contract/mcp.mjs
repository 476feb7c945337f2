// Talks to the server as chatbots do, with the official client of the Model Context Protocol, which also checks structured content against the
// schemas of the tools. Usage: node mcp.mjs http URL, or: node mcp.mjs stdio COMMAND ARGUMENT…
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";

const [kind, target, ...args] = process.argv.slice(2);
const transport = kind === "http"
  ? new StreamableHTTPClientTransport(new URL(target))
  : new StdioClientTransport({ command: target, args, stderr: "inherit" });
const client = new Client({ name: "kbapi-conformance", version: "1.0.0" });

function equal(actual, expected, what) {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) {
    throw new Error(`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`);
  }
  console.log(`ok ${what}`);
}

function truth(condition, what) {
  equal(Boolean(condition), true, what);
}

async function refused(promise, code, what) {
  try {
    await promise;
  } catch (error) {
    equal(error.code, code, what);
    return;
  }
  throw new Error(`${what}: it was answered`);
}

const call = (name, args) => client.callTool({ name, arguments: args });

await client.connect(transport);
equal(client.getServerVersion().name, "kbapi", "initialize");
truth(client.getInstructions().includes("kb_next_question"), "instructions");

const { tools } = await client.listTools();
equal(tools.map((t) => t.name), ["kb_lookup", "kb_search", "kb_classify", "kb_next_question", "kb_analyze_log"], "the tools");
truth(tools.every((t) => ["locale", "detail", "maxTokens"].every((a) => a in t.inputSchema.properties)), "every tool takes locale, detail and maxTokens");
truth(tools.every((t) => t.description.includes("Do not use it")), "every tool says when not to use it");
truth(tools.every((t) => t.outputSchema?.type === "object" && t.annotations?.readOnlyHint), "every tool has an output schema and only reads");

const found = await call("kb_lookup", { code: "sspr 29", locale: "sv-SE" });
equal(found.structuredContent.entries[0].id, "sspr/sspr-0029", "kb_lookup");
equal(found.structuredContent.entries[0].source.path.endsWith("sv-SE/sspr.md"), true, "kb_lookup cites its source");
truth(found.content[0].text.includes("Gör så här"), "kb_lookup answers in the language asked for");
const several = await call("kb_lookup", { code: "6329" });
equal(several.structuredContent.status, "several", "a code with several meanings");
const unknown = await call("kb_lookup", { code: "31099" });
equal([unknown.structuredContent.status, unknown.structuredContent.family.pattern], ["unknown", "31000-31999"], "an unknown code has a family");
truth(unknown.structuredContent.nearest.length > 0 && !unknown.isError, "an unknown code has near codes");

const hits = await call("kb_search", { query: "password writeback", limit: 3 });
equal(hits.structuredContent.items.length, 3, "kb_search");
const report = await call("kb_classify", { message: "Event ID 31003 from PasswordResetService" });
equal([report.structuredContent.verdict, report.structuredContent.candidates[0].id], ["matched", "sspr/31003"], "kb_classify");
const next = await call("kb_next_question", { message: "Event 6329 in the log of ADSync" });
truth(["ask", "matched", "handOver"].includes(next.structuredContent.outcome), "kb_next_question");
const log = await call("kb_analyze_log", {
  log: ["2026-03-01 10:00:00 Information PasswordResetService 31001 start", "2026-03-01 10:00:09 Error PasswordResetService 31003 failed"].join("\n"),
});
equal(log.structuredContent.records, 2, "kb_analyze_log");

for (const name of tools.map((t) => t.name)) {
  const wrong = await call(name, { nonsense: 1 });
  truth(wrong.isError && wrong.content[0].text.includes("nonsense"), `${name} names an argument that it does not have`);
}

const budgets = { kb_lookup: { code: "6329" }, kb_search: { query: "password" }, kb_classify: { message: "password reset fails" }, kb_next_question: { message: "password reset fails" } };
for (const [name, args] of Object.entries(budgets)) {
  for (const maxTokens of [64, 128, 500]) {
    const { content, structuredContent } = await call(name, { ...args, maxTokens });
    truth(Buffer.byteLength(JSON.stringify({ content, structuredContent })) <= maxTokens * 3, `${name} keeps to ${maxTokens} tokens`);
  }
}

const resources = [];
for (let cursor; ;) {
  const page = await client.listResources(cursor ? { cursor } : {});
  resources.push(...page.resources);
  if (!(cursor = page.nextCursor)) {
    break;
  }
}
equal(new Set(resources.map((r) => r.uri)).size, resources.length, "pages of resources name each once");
truth(resources.length > 100, "there are several pages of resources");
const { resourceTemplates } = await client.listResourceTemplates();
equal(resourceTemplates[0].uriTemplate, "kb://{locale}/{+id}", "the template of resources");
const text = (await client.readResource({ uri: "kb://sv-SE/sspr%2Fsspr-0029" })).contents[0];
truth(text.mimeType === "text/markdown" && text.text.includes("SSPR_0029"), "a resource, by an id with an escaped slash");
await refused(client.readResource({ uri: "kb://sv-SE/no/such-entry" }), -32002, "a resource that does not exist");

const { prompts } = await client.listPrompts();
equal(prompts.map((p) => p.name), ["answer-error", "triage-log"], "the prompts");
const prompt = await client.getPrompt({ name: "answer-error", arguments: { message: "SSPR_0029", locale: "sv-SE" } });
truth(prompt.messages[0].content.text.includes("Svara på språket sv-SE"), "a prompt in the language asked for");
await refused(client.getPrompt({ name: "triage-log", arguments: {} }), -32602, "a prompt without what it needs");
const completion = await client.complete({ ref: { type: "ref/resource", uri: "kb://{locale}/{+id}" }, argument: { name: "id", value: "sspr/3100" } });
truth(completion.completion.values.includes("sspr/31001"), "completion of ids");
await refused(call("kb_nothing", {}), -32602, "a tool that does not exist");

await client.close();
