/** Reads the labelled scenes of the corpus. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { MATTERS } from '../server/src/talk/leanings.ts';
import { ACTS, type ActName } from '../server/src/talk/model.ts';

export interface LabelledSentence {
  readonly text: string;
  readonly acts: readonly ActName[];
}

export interface SceneTurn {
  readonly speaker: string;
  readonly byWorker: boolean;
  readonly sentences: readonly LabelledSentence[];
  /** What happened between the turn before and this one, as it is written. */
  readonly events: readonly string[];
  readonly afterSilence: boolean;
  /** What an instructor would raise at this turn, and what would be understood if another did. */
  readonly raised: readonly string[];
  readonly mayBeRaised: readonly string[];
}

export interface Scene {
  readonly author: string;
  readonly file: string;
  readonly members: readonly string[];
  readonly turns: readonly SceneTurn[];
}

const KNOWN = new Set<string>(ACTS);
const MARKS = new Set<string>(MATTERS);
const WORKER = /^W\d?$/;

/** All scenes below a folder, one sub-folder an author. Throws at a line that is not in the form of README.md. */
export function scenesIn(folder: string): Scene[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^author-/.test(entry.name))
    .sort((a, b) => a.name.localeCompare(b.name))
    .flatMap(({ name: author }) =>
      readdirSync(path.join(folder, author))
        .filter((file) => file.endsWith('.txt'))
        .sort()
        .flatMap((file) =>
          scenesOf(readFileSync(path.join(folder, author, file), 'utf8'), author, `${author}/${file}`),
        ),
    );
}

/** A file holds one scene, or several short ones; each begins with its `@ setting:` line. */
function scenesOf(text: string, author: string, file: string): Scene[] {
  return text
    .split(/^(?=@ setting:)/m)
    .filter((part) => part.trim() !== '')
    .map((part) => sceneOf(part, author, file));
}

function sceneOf(text: string, author: string, file: string): Scene {
  const turns: SceneTurn[] = [];
  let members: string[] = [];
  let events: string[] = [];
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('@ setting')) continue;
    if (line.startsWith('@ members:')) {
      members = line
        .slice(10)
        .split(',')
        .map((name) => name.replace(/\(.*?\)/g, '').trim())
        .filter(Boolean);
      continue;
    }
    if (/^\(.*\)$/.test(line)) {
      events.push(line);
      continue;
    }
    if (line.startsWith('!')) {
      const last = turns.pop();
      if (last?.byWorker !== true) throw new Error(`${file}:${index + 1}: a mark below no worker’s turn`);
      const marks = line.slice(1).trim().split(/\s+/);
      const unknown = marks.find((mark) => !MARKS.has(mark.replace(/^\?/, '')));
      if (unknown !== undefined) throw new Error(`${file}:${index + 1}: unknown mark ${unknown}`);
      turns.push({
        ...last,
        raised: marks.filter((mark) => !mark.startsWith('?')),
        mayBeRaised: marks.filter((mark) => mark.startsWith('?')).map((mark) => mark.slice(1)),
      });
      continue;
    }
    const speech = /^([^:{}]{1,40}):\s*(.*)$/.exec(line);
    if (!speech) throw new Error(`${file}:${index + 1}: neither a turn nor an event`);
    const sentences = Array.from(speech[2]!.matchAll(/([^{}]+)\{([^{}]*)\}/g), (found): LabelledSentence => {
      const acts = found[2]!
        .trim()
        .split(/[\s,]+/)
        .filter((label) => label !== '-' && label !== '');
      const unknown = acts.find((act) => !KNOWN.has(act));
      if (unknown !== undefined) throw new Error(`${file}:${index + 1}: unknown label ${unknown}`);
      return {
        text: found[1]!
          .replace(/\([^()]*\)/g, ' ')
          .replace(/\s+/g, ' ')
          .trim(),
        acts: acts as ActName[],
      };
    }).filter((sentence) => sentence.text !== '');
    if (sentences.length > 0)
      turns.push({
        speaker: speech[1]!.trim(),
        byWorker: WORKER.test(speech[1]!.trim()),
        sentences,
        events,
        afterSilence: events.some((event) => /silen|pause|quiet/i.test(event)),
        raised: [],
        mayBeRaised: [],
      });
    events = [];
  }
  return { author, file, members, turns };
}
