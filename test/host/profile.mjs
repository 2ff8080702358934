/** A fresh profile, and for tests a fresh workspace, in a temporary folder: no run sees what another left behind. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../scripts/host-setup.mjs';

/** The folder is short because VS Code puts sockets into it. */
export function freshProfile() {
  const folder = mkdtempSync(path.join(tmpdir(), 'recording-'));
  const userDataDir = path.join(folder, 'user');
  mkdirSync(path.join(userDataDir, 'User'), { recursive: true });
  cpSync(path.join(root, 'test/host/settings.json'), path.join(userDataDir, 'User/settings.json'));
  return {
    userDataDir,
    extensionsDir: path.join(folder, 'extensions'),
    workspace: path.join(folder, 'workspace'),
    dispose: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** A profile with a workspace made of the examples and of the suite's own files. */
export function freshWorkspace() {
  const profile = freshProfile();
  for (const source of ['examples', 'test/editor/workspace']) {
    const from = path.join(root, source);
    if (existsSync(from)) cpSync(from, profile.workspace, { recursive: true });
  }
  return profile;
}
