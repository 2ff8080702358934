/** The two pages of the preview: what they may do, before any recording is in them. */
import { describe, expect, it, vi } from 'vitest';

vi.mock('vscode', () => ({
  env: { language: 'en"><script>' },
  Uri: { joinPath: (base: string, ...parts: string[]) => [base, ...parts].join('/') },
}));

const { livingPage, pageFolder, printedPage } = await import('../../client/src/preview-page.ts');

const webview = { cspSource: 'https://own.example', asWebviewUri: (uri: unknown) => `own:${String(uri)}` };
const living = (): string => livingPage(webview as never, 'ext' as never);

describe('the page in the panel', () => {
  it('runs its own script by a nonce that is another each time, and loads its own style', () => {
    const nonces = [living(), living()].map((page) => /script-src 'nonce-(\w{32})'/.exec(page)![1]!);
    expect(new Set(nonces).size).toBe(2);
    const page = living();
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)![1]!;
    expect(policy.split('; ').map((part) => part.replace(/nonce-\w+/, 'nonce'))).toEqual([
      "default-src 'none'",
      'style-src https://own.example',
      "script-src 'nonce'",
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).toContain('own:ext/dist/webview/preview.js');
    expect(page).toContain('<html lang="en&quot;&gt;&lt;script&gt;">');
  });

  it('may load from one folder', () => {
    expect(pageFolder('ext' as never)).toBe('ext/dist/webview');
  });
});

describe('the page for paper', () => {
  it('runs nothing, loads nothing, and takes its title as text', () => {
    const page = printedPage('</title><script>x</script>', 'a { b: "</style>" }', '<p>Words</p>');
    expect(page).toContain("default-src 'none'; style-src 'unsafe-inline'");
    expect(page).not.toContain('<script');
    expect(page.match(/<\/style>/g)).toHaveLength(1);
    expect(page).toContain('<p>Words</p>');
  });
});
