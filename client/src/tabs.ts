/** When somebody has done with a file. VS Code keeps a document for minutes after its last tab was closed. */
import { type Disposable, type Tab, TabInputText, TabInputTextDiff, type Uri, window } from 'vscode';

/** Hears of each file whose last tab was closed. */
export function onDidLeave(heard: (uri: Uri) => void): Disposable {
  return window.tabGroups.onDidChangeTabs(({ closed }) => {
    const left = new Set(
      window.tabGroups.all.flatMap(({ tabs }) => tabs).map((tab) => fileIn(tab)?.toString()),
    );
    for (const tab of closed) {
      const uri = fileIn(tab);
      if (uri && !left.has(uri.toString())) heard(uri);
    }
  });
}

function fileIn({ input }: Tab): Uri | undefined {
  if (input instanceof TabInputText) return input.uri;
  return input instanceof TabInputTextDiff ? input.modified : undefined;
}
