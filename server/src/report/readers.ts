/** Two readings of one recording side by side: what student and supervisor each marked at a turn. Words, no score. */
import { patterns } from '../patterns/registry.ts';
import { skills } from '../practice/skills.ts';
import type { SkillId } from '../practice/terms.ts';
import type { Note, Recording, Turn } from '../recording/model.ts';
import { signatureOf } from '../recording/signature.ts';

/** Marks of both, and those of one alone. */
export interface Reading {
  readonly both: readonly string[];
  readonly onlyStudent: readonly string[];
  readonly onlySupervisor: readonly string[];
}

export interface ReadTurn extends Reading {
  /** Counted from 1. */
  readonly turn: number;
  readonly speaker: string;
  readonly words: string;
}

/** The turns that at least one of the two marked with a skill, another line, or a view of a finding. */
export function twoReadings(recording: Recording): readonly ReadTurn[] {
  return recording.turns.flatMap((turn, index): ReadTurn[] => {
    const reading = readingOf(recording, turn);
    if (reading === undefined) return [];
    return [{ turn: index + 1, speaker: turn.speaker.name, words: turn.words, ...reading }];
  });
}

/** What each of the two marked at one turn; undefined where neither marked anything. */
export function readingOf(recording: Recording, turn: Turn): Reading | undefined {
  if (turn.margin.length === 0) return undefined;
  const [student, supervisor] = marksAt(recording, turn);
  if (student.size + supervisor.size === 0) return undefined;
  return {
    both: [...student].filter((mark) => supervisor.has(mark)),
    onlyStudent: [...student].filter((mark) => !supervisor.has(mark)),
    onlySupervisor: [...supervisor].filter((mark) => !student.has(mark)),
  };
}

function marksAt(recording: Recording, turn: Turn): readonly [ReadonlySet<string>, ReadonlySet<string>] {
  const student = new Set<string>();
  const supervisor = new Set<string>();
  for (const note of turn.margin) {
    const into = isSupervisors(note, recording) ? supervisor : student;
    for (const mark of marksOf(note)) into.add(mark);
  }
  return [student, supervisor];
}

/** A note is the supervisor's by its kind, or by a signature that is not the student's. */
function isSupervisors(note: Note, { header }: Recording): boolean {
  if (note.kind === 'supervisor' || note.kind === 'praise' || note.kind === 'agreed') return true;
  const { author } = signatureOf(note);
  return (
    author !== undefined &&
    (header.supervisor === undefined ? author !== header.student : author === header.supervisor)
  );
}

const patternNames = new Map(patterns.map(({ id, name }) => [id, name]));
const skillNames: readonly (readonly [string, string])[] = (Object.keys(skills) as SkillId[])
  .flatMap((id) => [skills[id].name, ...skills[id].also].map((name) => [name, skills[id].name] as const))
  .sort(([a], [b]) => b.length - a.length);

function marksOf(note: Note): readonly string[] {
  const { about } = signatureOf(note);
  const finding = (about && patternNames.get(about)) ?? about ?? '';
  switch (note.kind) {
    case 'skill':
      return note.text
        .split(/[,;\n]/)
        .map((part) => part.trim())
        .filter((part) => part !== '')
        .flatMap((part) => {
          const named = skillsIn(part);
          return named.length > 0 ? named : [part];
        });
    case 'supervisor':
    case 'praise':
      return skillsIn(note.text);
    case 'alternative':
      return ['another line'];
    case 'considered':
      return note.text === '' ? [] : [`set aside: ${finding}`];
    case 'agreed':
      return [`sees: ${finding}`];
    default:
      return [];
  }
}

/** The skills that a text names, each as it is called here. */
function skillsIn(text: string): readonly string[] {
  const found = new Set<string>();
  let rest = ` ${text.toLowerCase().replace(/[^\p{L}'’-]+/gu, ' ')} `;
  for (const [name, skill] of skillNames) {
    if (!rest.includes(` ${name} `)) continue;
    found.add(skill);
    rest = rest.replaceAll(` ${name} `, '  ');
  }
  return [...found];
}
