/** A short recording for the tests of the language features, and how they point into it. */
import type { Position, Range } from 'vscode-languageserver-protocol/node';
import { offsetAt, positionAt } from './session.ts';

export const ROOM = [
  '---',
  'group:',
  '  name: Living with Loss',
  '  type: short-term',
  'worker: Worker',
  'members:',
  '  Ana: { aliases: [Annie] }',
  '  Ben: {}',
  '  Carla: {}',
  '  Dee: {}',
  'absent: [Dee]',
  '---',
  '',
  '# Tuning in',
  '',
  'Ben may be tired. Ana was quiet last week.',
  '',
  '## Dialogue',
  '',
  '### Check-in',
  '',
  '**Worker:** Good evening. A word each?',
  '',
  '**Ana:** Tired. (looks at Ben) It was a long week, Ben.',
  '',
  '> **Feeling:** I was glad that Ana spoke.',
  '> **Skill:** scanning',
  '',
  '(Silence, 15 seconds.)',
  '',
  '**Ben → Ana:** Same here.',
  '',
  '### The holiday',
  '',
  '**Worker:** You should all just go away for a weekend and rest.',
  '',
  '**Annie:** Maybe.',
  '',
  '**Carla:** Ben, how did you do it?',
  '',
  '## Plan',
  '',
  'Ask Carla first.',
  '',
].join('\n');

/** The place of the first `words` after `after`, `into` characters further on. */
export function placeIn(text: string, words: string, after = '', into = 0): Position {
  const from = text.indexOf(after);
  const at = text.indexOf(words, from < 0 ? 0 : from + after.length);
  if (at < 0) throw new Error(`“${words}” is not in the text`);
  return positionAt(text, at + into);
}

export const textIn = (text: string, { start, end }: Range): string =>
  text.slice(offsetAt(text, start), offsetAt(text, end));
