import * as vscode from 'vscode';
import { KbServer } from './server';
import { openInAnotherLocale } from './locales';

let server: KbServer | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const kb = (server = new KbServer());
  context.subscriptions.push(
    vscode.commands.registerCommand('kbapi.openInAnotherLocale', () => openInAnotherLocale(kb.client)),
    vscode.commands.registerCommand('kbapi.restart', () => kb.restart()),
    vscode.workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration('kbapi')) {
        await kb.restart();
      }
    }),
    // A folder with content may be added, or get some, later.
    vscode.workspace.onDidChangeWorkspaceFolders(() => kb.start()),
    vscode.workspace.onDidOpenTextDocument(async (document) => {
      if (document.languageId === 'markdown') {
        await kb.start();
      }
    }),
  );
  await kb.start();
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
