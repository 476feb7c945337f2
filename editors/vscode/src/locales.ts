import * as vscode from 'vscode';
import { ImplementationRequest, LanguageClient, Location } from 'vscode-languageclient/node';

interface Choice extends vscode.QuickPickItem {
  place: vscode.Location;
}

/** Opens what the cursor is in, as it stands in another locale; asks which where there are several. */
export async function openInAnotherLocale(client: LanguageClient | undefined): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!client || editor?.document.languageId !== 'markdown') {
    return;
  }

  const place = client.code2ProtocolConverter.asTextDocumentPositionParams(editor.document, editor.selection.active);
  const answer = await client.sendRequest(ImplementationRequest.type, place);
  const found = (Array.isArray(answer) ? answer : answer ? [answer] : []).filter(Location.is);
  const choices = found.map((location): Choice => {
    const there = client.protocol2CodeConverter.asLocation(location);
    return { label: vscode.workspace.asRelativePath(there.uri), description: String(there.range.start.line + 1), place: there };
  });
  if (choices.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is no other locale of this document.'));
    return;
  }

  const chosen = choices.length === 1 ? choices[0] : await vscode.window.showQuickPick(choices, { placeHolder: vscode.l10n.t('Open in another locale') });
  if (chosen) {
    await vscode.window.showTextDocument(chosen.place.uri, { selection: chosen.place.range });
  }
}
