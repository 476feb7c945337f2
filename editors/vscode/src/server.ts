import * as vscode from 'vscode';
import { LanguageClient, LanguageClientOptions, RevealOutputChannelOn, ServerOptions } from 'vscode-languageclient/node';
import { contentFolders, initializationOptions, program } from './settings';

/** The language server: runs while a folder of the workspace has content. */
export class KbServer {
  private running: LanguageClient | undefined;
  private work: Promise<void> = Promise.resolve();

  /** The client of the server that runs, or undefined. */
  get client(): LanguageClient | undefined {
    return this.running;
  }

  /** Starts the server unless it runs, or no folder has content. */
  start(): Promise<void> {
    return this.afterwards(async () => {
      if (!this.running && (await hasContent())) {
        await this.run();
      }
    });
  }

  stop(): Promise<void> {
    return this.afterwards(() => this.end());
  }

  restart(): Promise<void> {
    return this.afterwards(async () => {
      await this.end();
      if (await hasContent()) {
        await this.run();
      }
    });
  }

  /** Starts and stops follow one another, however quickly they are asked for. */
  private afterwards(step: () => Promise<void>): Promise<void> {
    return (this.work = this.work.then(step, step));
  }

  private async run(): Promise<void> {
    const { command, args } = program();
    const serverOptions: ServerOptions = { command, args };
    const clientOptions: LanguageClientOptions = {
      documentSelector: [{ scheme: 'file', language: 'markdown' }],
      initializationOptions: initializationOptions(),
      revealOutputChannelOn: RevealOutputChannelOn.Never,
    };
    const client = new LanguageClient('kbapi', 'KbApi', serverOptions, clientOptions);
    try {
      await client.start();
      this.running = client;
      await vscode.commands.executeCommand('setContext', 'kbapi.isRunning', true);
    } catch (error) {
      await client.dispose().catch(() => undefined);
      await offerSettings(command, error);
    }
  }

  private async end(): Promise<void> {
    const client = this.running;
    this.running = undefined;
    await vscode.commands.executeCommand('setContext', 'kbapi.isRunning', false);
    await client?.dispose().catch(() => undefined);
  }
}

/** Whether a folder of the workspace has one of the folders that content is looked for in, or files that only content has. */
async function hasContent(): Promise<boolean> {
  const folders = contentFolders();
  for (const workspace of vscode.workspace.workspaceFolders ?? []) {
    for (const folder of folders.length > 0 ? folders : ['content']) {
      if (await exists(vscode.Uri.joinPath(workspace.uri, folder))) {
        return true;
      }
    }
  }

  const found = await vscode.workspace.findFiles('**/{schemes,kb-rules}.yaml', '**/node_modules/**', 1);
  return found.length > 0;
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

async function offerSettings(command: string, error: unknown): Promise<void> {
  const open = vscode.l10n.t('Open Settings');
  const reason = error instanceof Error ? error.message : String(error);
  const answer = await vscode.window.showErrorMessage(vscode.l10n.t("KbApi: '{0}' can't be started: {1}", command, reason), open);
  if (answer === open) {
    await vscode.commands.executeCommand('workbench.action.openSettings', 'kbapi.path');
  }
}
