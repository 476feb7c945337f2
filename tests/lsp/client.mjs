// Talks to the language server as VS Code does: with its library for the protocol, and with edits made by its text document.
// Usage: node client.mjs FOLDER COMMAND ARGUMENT…, where FOLDER has content/{en-US,sv-SE}/printers.md as the test writes them.
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as protocol from "vscode-languageserver-protocol/node";
import { TextDocument } from "vscode-languageserver-textdocument";

const [folder, command, ...args] = process.argv.slice(2);
const server = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
const connection = protocol.createProtocolConnection(
  new protocol.StreamMessageReader(server.stdout), new protocol.StreamMessageWriter(server.stdin));

function equal(actual, expected, what) {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) {
    throw new Error(`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`);
  }
  console.log(`ok ${what}`);
}

function truth(condition, what) {
  equal(Boolean(condition), true, what);
}

const uriOf = (name) => pathToFileURL(join(folder, "content", name)).href;
const nameOf = (uri) => uri.split("/content/")[1];
const english = uriOf("en-US/printers.md");
const swedish = uriOf("sv-SE/printers.md");

// Findings, and who waits for some.
const findings = new Map();
let waiting = [];
connection.onNotification(protocol.PublishDiagnosticsNotification.type, (published) => {
  findings.set(published.uri, published);
  waiting = waiting.filter((wait) => !wait());
});
function found(uri, condition) {
  return new Promise((resolve) => {
    const wait = () => {
      const published = findings.get(uri);
      const isMet = published !== undefined && condition(published);
      if (isMet) {
        resolve(published);
      }
      return isMet;
    };
    if (!wait()) {
      waiting.push(wait);
    }
  });
}

const progress = [];
const registered = [];
connection.onRequest(protocol.WorkDoneProgressCreateRequest.type, ({ token }) => {
  connection.onProgress(protocol.WorkDoneProgress.type, token, (value) => progress.push(value.kind));
});
connection.onRequest(protocol.RegistrationRequest.type, ({ registrations }) => {
  registered.push(...registrations.map((r) => r.method));
});
connection.listen();

const initialized = await connection.sendRequest(protocol.InitializeRequest.type, {
  processId: process.pid,
  locale: "en",
  rootUri: null,
  workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "docs" }],
  capabilities: {
    general: { positionEncodings: ["utf-16"] },
    window: { workDoneProgress: true },
    workspace: {
      workspaceEdit: { documentChanges: true, snippetEditSupport: true },
      didChangeWatchedFiles: { dynamicRegistration: true },
    },
    textDocument: {
      hover: { contentFormat: ["markdown"] },
      codeAction: { dataSupport: true, resolveSupport: { properties: ["edit"] } },
      publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true },
    },
  },
});
equal(initialized.serverInfo.name, "kb", "initialize");
equal(initialized.capabilities.positionEncoding, "utf-16", "position encoding");
await connection.sendNotification(protocol.InitializedNotification.type, {});

// A document as the editor has it.
let document = TextDocument.create(english, "markdown", 1, readFileSync(join(folder, "content/en-US/printers.md"), "utf8"));
await connection.sendNotification(protocol.DidOpenTextDocumentNotification.type, {
  textDocument: { uri: english, languageId: "markdown", version: 1, text: document.getText() },
});
const at = (text, more = 0) => document.positionAt(document.getText().indexOf(text) + more);
const here = (text, more = 0) => ({ textDocument: { uri: english }, position: at(text, more) });
async function change(edits) {
  const changes = [...edits].sort((a, b) => document.offsetAt(b.range.start) - document.offsetAt(a.range.start)).map((e) => ({ range: e.range, text: e.newText }));
  document = TextDocument.update(document, changes, document.version + 1);
  await connection.sendNotification(protocol.DidChangeTextDocumentNotification.type, {
    textDocument: { uri: english, version: document.version }, contentChanges: changes,
  });
}

// Diagnostics, with the version that they are of.
const first = await found(english, (p) => p.version === 1);
const unclosed = first.diagnostics.find((d) => d.code === "KB1020");
truth(unclosed, "diagnostics");
equal(unclosed.range.start.line, at("| PRN_0002").line, "diagnostics: where");
truth(unclosed.codeDescription.href.startsWith("file:///") && unclosed.codeDescription.href.includes("/rules/kb10xx.md#L"), "diagnostics: the page of the rule");
equal(registered, ["workspace/didChangeWatchedFiles"], "watched files");
equal([progress[0], progress.at(-1)], ["begin", "end"], "progress of the first reading");

// A code action, applied.
const actions = await connection.sendRequest(protocol.CodeActionRequest.type, {
  textDocument: { uri: english }, range: unclosed.range, context: { diagnostics: [unclosed] },
});
const mend = actions.find((a) => a.kind === "quickfix" && a.isPreferred);
equal(mend.title, "Mend KB1020: Row without a closing pipe", "code action");
equal(mend.edit.documentChanges[0].textDocument, { uri: english, version: 1 }, "code action: of the version that is open");
await change(mend.edit.documentChanges[0].edits);
truth(document.getText().includes("see [the codes](#codes). |\n"), "code action: applied");
const mended = await found(english, (p) => p.version === 2);
truth(!mended.diagnostics.some((d) => d.code === "KB1020"), "code action: the finding is gone");

// A suppression: with a place for the reason.
const suppress = actions.find((a) => a.title === "Suppress KB1020 on this line, with a reason");
equal(suppress.edit.documentChanges[0].edits[0].snippet.value, " <!-- kb-disable-next-line KB1020 -- ${1:the reason} -->", "suppression in the row above");

// All at once, as on save.
const [fixAll] = await connection.sendRequest(protocol.CodeActionRequest.type, {
  textDocument: { uri: swedish }, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, context: { diagnostics: [], only: ["source.fixAll"] },
});
equal(fixAll.kind, "source.fixAll.kb", "mend all");
const resolved = await connection.sendRequest(protocol.CodeActionResolveRequest.type, fixAll);
equal(resolved.edit.documentChanges[0].textDocument, { uri: swedish, version: null }, "mend all: of a document that is not open");
truth(resolved.edit.documentChanges[0].edits.length > 0, "mend all: the edits come when it is chosen");

// What a code means.
const hover = await connection.sendRequest(protocol.HoverRequest.type, here("If PRN_0001", 5));
truth(hover.contents.value.startsWith("**The printer is out of paper.**"), "hover");
truth(hover.contents.value.includes("Add paper"), "hover: what to do");
equal(document.getText(hover.range), "PRN_0001", "hover: where");

// Where things are.
const definition = await connection.sendRequest(protocol.DefinitionRequest.type, here("If PRN_0001", 5));
equal([nameOf(definition[0].uri), definition[0].range.start], ["en-US/printers.md", at("PRN_0001")], "definition of a code");
const anchor = await connection.sendRequest(protocol.DefinitionRequest.type, here("(#codes)", 3));
equal(anchor[0].range.start, at("## <a name"), "definition of an anchor");
const other = await connection.sendRequest(protocol.ImplementationRequest.type, here("PRN_0002", 2));
equal([other.length, nameOf(other[0].uri)], [1, "sv-SE/printers.md"], "the entry in another locale");
const there = readFileSync(join(folder, "content/sv-SE/printers.md"), "utf8").split("\n");
truth(there[other[0].range.start.line].includes("Skrivaren är frånkopplad"), "the entry in another locale: its line");
const references = await connection.sendRequest(protocol.ReferencesRequest.type, { ...here("PRN_0001", 2), context: { includeDeclaration: true } });
equal(references.map((r) => nameOf(r.uri)).sort(), ["en-US/printers.md", "en-US/printers.md", "sv-SE/printers.md", "sv-SE/printers.md"], "references across locales");

// Symbols.
const outline = await connection.sendRequest(protocol.DocumentSymbolRequest.type, { textDocument: { uri: english } });
equal(outline[0].children[0].children.map((s) => s.detail), ["PRN_0001", "PRN_0002"], "outline");
const symbols = await connection.sendRequest(protocol.WorkspaceSymbolRequest.type, { query: "prn 2" });
equal(symbols.map((s) => nameOf(s.location.uri)), ["en-US/printers.md", "sv-SE/printers.md"], "entries by a code in any spelling");

// Completion, in text that is not saved.
await change([{ range: { start: at("If PRN"), end: at("If PRN") }, newText: "See PRN_ and [it](#co).\n" }]);
const codes = await connection.sendRequest(protocol.CompletionRequest.type, here("See PRN_", 8));
equal(codes.items.map((i) => i.label), ["PRN_0001", "PRN_0002"], "completion of codes");
const anchors = await connection.sendRequest(protocol.CompletionRequest.type, here("[it](#co", 8));
equal(anchors.items.find((i) => i.label === "codes").textEdit, { range: { start: at("(#co).", 2), end: at("(#co).", 4) }, newText: "codes" }, "completion of anchors");

// A file that changes on disk while it is not open.
truth(findings.get(swedish).diagnostics.some((d) => d.code === "KB1020"), "findings of a document that is not open");
writeFileSync(join(folder, "content/sv-SE/printers.md"), there.join("\n").replace("Kontrollera pappersfacket.", "Kontrollera pappersfacket. |"));
await connection.sendNotification(protocol.DidChangeWatchedFilesNotification.type, { changes: [{ uri: swedish, type: protocol.FileChangeType.Changed }] });
truth(await found(swedish, (p) => !p.diagnostics.some((d) => d.code === "KB1020")), "a file that changes on disk");

// An end as it should be.
await connection.sendNotification(protocol.DidCloseTextDocumentNotification.type, { textDocument: { uri: english } });
truth(await found(english, (p) => p.version === undefined && p.diagnostics.some((d) => d.code === "KB1020")), "closed without saving: the file counts again");
equal(await connection.sendRequest(protocol.ShutdownRequest.type), null, "shutdown");
const ended = new Promise((resolve) => server.on("exit", resolve));
await connection.sendNotification(protocol.ExitNotification.type);
equal(await ended, 0, "exit");
