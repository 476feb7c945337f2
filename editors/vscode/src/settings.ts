import * as vscode from 'vscode';

/** What `kb lsp` is told when a session begins; see docs/editors.md. Empty settings are left out: the tool knows better. */
export interface InitializationOptions {
  content?: string[];
  locale?: string;
  defaultLocale?: string;
  severity?: string;
  scope?: string;
  helpRoot?: string;
}

export function initializationOptions(): InitializationOptions {
  const settings = vscode.workspace.getConfiguration('kbapi');
  const text = (name: string): string | undefined => settings.get<string>(name)?.trim() || undefined;
  const content = contentFolders();
  return {
    content: content.length > 0 ? content : undefined,
    locale: text('locale'),
    defaultLocale: text('defaultLocale'),
    severity: text('severity'),
    scope: text('scope'),
    helpRoot: text('helpRoot'),
  };
}

export function contentFolders(): string[] {
  return vscode.workspace.getConfiguration('kbapi').get<string[]>('content', []).filter((folder) => folder.trim().length > 0);
}

/** The program and its arguments. Both can only be set for the user: a workspace must not choose what is run. */
export function program(): { command: string; args: string[] } {
  const settings = vscode.workspace.getConfiguration('kbapi');
  return { command: settings.get<string>('path', '').trim() || 'kb', args: ['lsp', ...settings.get<string[]>('arguments', [])] };
}
