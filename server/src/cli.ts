/** The command line: `lint` says what the editor would say, `talk` what each turn is taken to do. */
import { readFileSync, writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import type { FileReport } from './report/lint.ts';

// As in node.ts: expressions become code at once.
setFlagsFromString('--no-regexp-tier-up');

const USAGE = `Process Recording: Mutual Aid

  lint FILE… [--profile core|all] [--fail-on error|warning|information|hint|never] [--format pretty|json|sarif]
  talk FILE… [--format json]

Exit status: 0 nothing at or above --fail-on (default: warning), 1 findings, 2 could not run.
`;

const ORDER = ['error', 'warning', 'information', 'hint', 'never'] as const;

/** Says it on standard error and gives the status for "could not run", also where nobody can be told. */
function refuse(message: string): number {
  try {
    put(2, `${message}\n`);
  } catch {
    // The status says it.
  }
  return 2;
}

function run(argv: readonly string[]): number {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(argv);
  } catch (error) {
    return refuse(`${(error as Error).message}\n\n${USAGE}`);
  }
  const { values, positionals } = parsed;
  const [command, ...files] = positionals;
  if (values.help || command === undefined) {
    print(USAGE);
    return values.help ? 0 : 2;
  }
  if (command !== 'lint' && command !== 'talk')
    return refuse(`There is no command called ${command}.\n\n${USAGE}`);
  if (files.length === 0) return refuse('Which file? Give at least one recording.');
  const format = values.format ?? (command === 'talk' ? 'json' : 'pretty');
  if (!['pretty', 'json', 'sarif'].includes(format) || (command === 'talk' && format !== 'json'))
    return refuse(`--format ${format} is not known to ${command}.`);
  const failOn = ORDER.indexOf((values['fail-on'] ?? 'warning') as (typeof ORDER)[number]);
  if (failOn < 0) return refuse(`--fail-on takes one of ${ORDER.join(', ')}.`);
  if (values.profile !== undefined && values.profile !== 'core' && values.profile !== 'all')
    return refuse('--profile takes core or all.');

  const texts: { file: string; text: string }[] = [];
  for (const file of files) {
    try {
      texts.push({ file, text: readFileSync(file, 'utf8') });
    } catch (error) {
      return refuse(
        `${file} could not be read (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'}).`,
      );
    }
  }
  const { analyse, lintReport, pretty, readSettings, sarif, talkReport } =
    require('./core.ts') as typeof import('./core.ts');
  if (command === 'talk') {
    print(`${JSON.stringify(texts.map(({ file, text }) => talkReport(file, text)))}\n`);
    return 0;
  }
  const { settings } = readSettings(values.profile, undefined);
  const reports = texts.map(({ file, text }): { report: FileReport; text: string } => ({
    report: lintReport(file, text, analyse(text, settings)),
    text,
  }));
  print(
    format === 'json'
      ? `${JSON.stringify(reports.map(({ report }) => report))}\n`
      : format === 'sarif'
        ? `${JSON.stringify(sarif(reports.map(({ report }) => report)), null, 2)}\n`
        : pretty(reports),
  );
  const worst = Math.min(
    ...reports.flatMap(({ report }) =>
      [...report.findings, ...report.format].map(({ severity }) => ORDER.indexOf(severity)),
    ),
    ORDER.length,
  );
  return worst <= failOn && failOn < ORDER.length - 1 ? 1 : 0;
}

function parse(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      profile: { type: 'string' },
      'fail-on': { type: 'string' },
      format: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
}

/** What keeps a report from being written. The status is then that of "could not run": half a report is none. */
class Unwritten extends Error {}

/** Prints on standard output. Throws {@link Unwritten}, in words for people. */
function print(text: string): void {
  try {
    put(1, text);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'ENOSPC' || code === 'EDQUOT' ? 'the disk is full' : (code ?? 'unknown reason');
    throw new Unwritten(`The report could not be written (${why}). What stands there of it is not whole.`);
  }
}

/** Writes all of it before the process may end, also into a pipe that takes it in pieces. */
function put(to: 1 | 2, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(to, bytes, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw error;
    }
  }
}

/** The exit status of a command line, whatever becomes of its output. */
function statusOf(argv: readonly string[]): number {
  try {
    return run(argv);
  } catch (error) {
    return refuse(error instanceof Unwritten ? error.message : String((error as Error).stack));
  }
}

process.exitCode = statusOf(process.argv.slice(2));
