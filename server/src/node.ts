/** The language server on Node: `--stdio`, `--node-ipc` or `--socket=PORT`. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import { serve } from './language/server.ts';

serve(createConnection(), `${pathToFileURL(path.join(__dirname, '../../docs/patterns')).href}/`);
