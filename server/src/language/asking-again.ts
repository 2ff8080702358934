/** What an editor has asked for and would get another answer to now: it is told to ask again, where it can be told. */
import type { Desk } from './desk.ts';

export function askAgain({ connection, client }: Desk): void {
  const { diagnostics, inlayHint, codeLens } = client().workspace ?? {};
  if (diagnostics?.refreshSupport === true) connection.languages.diagnostics.refresh();
  if (inlayHint?.refreshSupport === true) connection.languages.inlayHint.refresh();
  if (codeLens?.refreshSupport === true) void connection.sendRequest('workspace/codeLens/refresh');
}
