/**
 * What the server on Node, the server in a worker and the command line share, in one bundle beside theirs: it is packaged
 * once, and loaded when it is first needed.
 */
export { openDesk } from './language/server.ts';
export { analyse } from './patterns/analyse.ts';
export { readSettings } from './patterns/settings.ts';
export { lintReport } from './report/lint.ts';
export { pretty } from './report/pretty.ts';
export { sarif } from './report/sarif.ts';
export { talkReport } from './report/talk.ts';
