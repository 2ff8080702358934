/** The page in the preview's panel, and the one that is printed: HTML in which a recording's words can do nothing. */
import { env, Uri, type Webview } from 'vscode';

/** The folder of which the panel may load files, and nothing else. */
export function pageFolder(extension: Uri): Uri {
  return Uri.joinPath(extension, 'dist', 'webview');
}

/** An empty page: what stands in it comes by messages, as text. Only its own script and style are run and loaded. */
export function livingPage(webview: Webview, extension: Uri): string {
  const nonce = nonceOf();
  const file = (name: string): string =>
    webview.asWebviewUri(Uri.joinPath(pageFolder(extension), name)).toString();
  const policy = [
    "default-src 'none'",
    `style-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escaped(env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Process recording</title>
<link rel="stylesheet" href="${file('preview-style.css')}">
<script nonce="${nonce}" src="${file('preview.js')}" defer></script>
</head>
<body></body>
</html>`;
}

/** A page that stands alone: a style, and what was drawn. It runs nothing, and asks nobody for anything. */
export function printedPage(title: string, style: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="${escaped(env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style.replace(/<\//g, '<\\/')}</style>
</head>
<body class="printed">
<main>
${body}
</main>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replace(
    /[&<>"']/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign]!,
  );
}

function nonceOf(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
