/**
 * Every alternative made on every recording is read for form: real people who are there, words that they said, whole and
 * grammatical sentences, nothing that fits anything. The scenes of the corpus are read too, as recordings without a
 * header's help, so that composition is tried on many more voices than have recordings.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { scenesIn } from '../../corpus/scenes.ts';
import type { Group } from '../../server/src/group/model.ts';
import { byMember } from '../../server/src/group/sequence.ts';
import { analyse } from '../../server/src/patterns/analyse.ts';
import type { Alternative, Finding } from '../../server/src/patterns/model.ts';
import { alternativesFor } from '../../server/src/patterns/ranking.ts';
import { skills } from '../../server/src/practice/skills.ts';
import type { SkillId } from '../../server/src/practice/terms.ts';
import { straight } from '../../server/src/talk/words.ts';

interface Offer {
  readonly file: string;
  /** False for recordings that are kept unread, so that they go on telling what nobody has looked at. */
  readonly mayBeShown: boolean;
  readonly group: Group;
  readonly finding: Finding;
  readonly alternatives: readonly Alternative[];
}

const root = path.join(__dirname, '../..');
const FOLDERS = [
  'examples',
  'test/recordings/patterns',
  'test/recordings/judgement/development',
  'test/recordings/judgement/held-back',
];

function offersIn(text: string, file: string, mayBeShown: boolean): Offer[] {
  const { findings, group } = analyse(text, { profile: 'all', patterns: {} });
  return findings.map((finding) => ({
    file,
    mayBeShown,
    group,
    finding,
    alternatives: alternativesFor(finding.pattern, group, finding),
  }));
}

const inRecordings = FOLDERS.flatMap((folder) =>
  readdirSync(path.join(root, folder))
    .filter((file) => file.endsWith('.recording.md'))
    .flatMap((file) =>
      offersIn(
        readFileSync(path.join(root, folder, file), 'utf8'),
        `${folder}/${file}`,
        !folder.endsWith('held-back'),
      ),
    ),
);
const inScenes = scenesIn(path.join(root, 'corpus')).flatMap((scene, i) =>
  offersIn(
    [
      `---\nmembers: [${scene.members.map((name) => JSON.stringify(name)).join(', ')}]\nworker: [W, W1, W2]\n---\n`,
      ...scene.turns.map(
        ({ speaker, sentences, afterSilence }) =>
          `${afterSilence ? '(silence)\n\n' : ''}**${speaker}:** ${sentences.map(({ text }) => text).join(' ')}\n`,
      ),
    ].join('\n'),
    `corpus/${scene.file}#${i}`,
    true,
  ),
);
const offers = [...inRecordings, ...inScenes];

/** Where something is wrong, with the line wherever it may be shown. */
function faults(wrong: (line: string, offer: Offer, alternative: Alternative) => unknown): string[] {
  return offers.flatMap((offer) =>
    offer.alternatives
      .filter((alternative) => wrong(alternative.line, offer, alternative))
      .map(
        ({ line }) =>
          `${offer.file} ${offer.finding.pattern.id} at ${offer.finding.at + 1}${offer.mayBeShown ? `: ${line}` : ''}`,
      ),
  );
}

const isDirection = (line: string): boolean => line.startsWith('[');
const isCraft = ({ skill }: Alternative): boolean => skill === 'recording-craft';
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** Sentences of a line, quotations kept whole. */
const sentences = (line: string): string[] => line.split(/(?<=[.!?]’?)\s+(?=\p{Lu}|‘)/u);
/** One of these names, as a pattern. */
const oneOf = (names: Iterable<string>): string => {
  const longestFirst = [...new Set(names)].sort((a, b) => b.length - a.length);
  return `(?:${longestFirst.map(escaped).join('|') || '(?!)'})`;
};
/** Words that a line gives back to somebody: who, and what they are told they said. */
function givenBack(line: string, group: Group): { readonly name: string; readonly words: string }[] {
  const told = new RegExp(
    `(?:^|[.!?:;] |And )(${oneOf(group.spoke)}), (?:earlier |you told us )?(your?s?\\b[^;?!]*?)(?=\\.(?: |$)|;|\\?)`,
    'gu',
  );
  return Array.from(line.matchAll(told), (found) => ({ name: found[1]!, words: found[2]! })).filter(
    ({ words }) => !OURS.test(words),
  );
}
/** Sentences to a person that are the worker's own. */
const OURS =
  /^you(?: needn’t go| needn’t answer| don’t have to tell|’ve heard a lot|’ve been listening|’ve been there|’ll get more| heard)\b/;
const said = (group: Group, name: string): string =>
  straight(
    group.moves
      .filter((move) => move.name === name)
      .map((move) => move.turn.words)
      .join(' ')
      .toLowerCase(),
  );

describe(`${offers.flatMap(({ alternatives }) => alternatives).length} alternatives`, () => {
  test('there are many of them, and two at least for each finding', () => {
    expect(inRecordings.flatMap(({ alternatives }) => alternatives).length).toBeGreaterThan(1500);
    expect(offers.filter(({ alternatives }) => alternatives.length < 2).map(({ file }) => file)).toEqual([]);
  });

  test('are whole sentences, or a direction in brackets, short enough to say', () => {
    expect(faults((line) => line.length > 220)).toEqual([]);
    expect(
      faults((line) => !(isDirection(line) ? /^\[\p{Ll}[^[\]]+\]$/u : /^[\p{Lu}‘][^[\]]*[.!?]$/u).test(line)),
    ).toEqual([]);
    expect(faults((line) => sentences(line).some((one) => !/^[\p{Lu}‘[\p{N}]/u.test(one)))).toEqual([]);
  });

  test('have no empty slot, no slip of the pen', () => {
    expect(faults((line) => /\s{2}|^\s|\s$|\s[,.;:?!]/.test(line))).toEqual([]);
    expect(faults((line) => /[,;:][,.;:?!]|\.\.|\?[.?,]|!\.|‘’|“”|\(\)|…|—$/.test(line))).toEqual([]);
    expect(faults((line) => /undefined|null|NaN|\[object/.test(line))).toEqual([]);
    expect(
      faults((line) =>
        // Mu Mu is a name.
        /\b(?!(\p{Lu}\p{Ll}+) \1\b)(\p{L}+) \2\b/iu.test(
          line.replace(/\b(?:had had|that that|her her|you you)\b/gi, ''),
        ),
      ),
    ).toEqual([]);
    expect(
      faults((line) =>
        // A capital A may be a member who goes by a letter.
        /(?<!\p{L})a (?=[aeio])(?!one\b|once\b|euro)|(?<!\p{L})an (?=[^aeiouh8\s])(?!x\b|mp\b|nhs\b|hour)/u.test(
          line.replace(/(?<=\ban? )\p{L}/gu, (letter) => letter.toLowerCase()),
        ),
      ),
    ).toEqual([]);
  });

  test('close the quotation marks they open', () => {
    expect(faults((line) => (line.match(/“/g) ?? []).length !== (line.match(/”/g) ?? []).length)).toEqual([]);
    expect(faults((line) => /"|``|´/.test(line))).toEqual([]);
    expect(
      faults(
        (line) => (line.match(/‘/g) ?? []).length !== (line.match(/‘[^‘]+?’(?=[\s.,;:?!]|$)/g) ?? []).length,
      ),
    ).toEqual([]);
  });

  test('quote what was said, word for word', () => {
    expect(
      faults((line, { group }) => {
        const all = straight(
          group.moves
            .map(({ turn }) => turn.words)
            .join(' ')
            .toLowerCase(),
        );
        return Array.from(line.matchAll(/‘([^‘]+?)’(?=[\s.,;:?!]|$)/g)).some(
          ([, words]) => !all.includes(straight(words!.toLowerCase())),
        );
      }),
    ).toEqual([]);
  });

  test('give words back to the one who said them, and only words of theirs', () => {
    const ADDED =
      /^(?:you|your|yours|yourself|you're|you've|you'd|you'll|are|aren't|were|weren't|said|told|us|earlier)$/;
    expect(
      faults((line, { group }) =>
        givenBack(line, group).some(({ name, words }) => {
          const own = new Set(said(group, name).match(/[\p{L}\p{N}]+(?:'\p{L}+)*/gu) ?? []);
          return (straight(words.toLowerCase()).match(/[\p{L}\p{N}]+(?:'\p{L}+)*/gu) ?? []).some(
            (word) => !ADDED.test(word) && !own.has(word) && !own.has(`i'${word.split("'")[1]}`),
          );
        }),
      ),
    ).toEqual([]);
  });

  test('leave no “I” of the member unturned, and turn with the right verb', () => {
    const unquoted = (words: string): string => words.replace(/‘[^‘]+?’(?=[\s.,;:?!]|$)/g, '');
    expect(
      faults((line, { group }) =>
        givenBack(line, group).some(({ words }) =>
          /\b(?:I|me|my|mine|myself|am|we|our|ours|ourselves)\b|\bus\b(?<!told us)/.test(unquoted(words)),
        ),
      ),
    ).toEqual([]);
    expect(
      faults(
        (line, _offer, alternative) =>
          !isCraft(alternative) &&
          /\byou (?:was|is|am|has|does|wasn’t|isn’t|hasn’t|doesn’t)\b|\byou’re (?:are|were)\b|\byour’s\b|\byours’s\b|\bare is\b/i.test(
            unquoted(line),
          ),
      ),
    ).toEqual([]);
  });

  test('make verbs agree with one name and with several', () => {
    const name = ({ present, spoke }: Group): string => oneOf([...present, ...spoke]);
    expect(
      faults((line, { group }) =>
        new RegExp(
          `${name(group)} and ${name(group)} (?:is|was|has|does|says|isn’t|doesn’t|sees|knows|hears|wants|brings)\\b`,
          'u',
        ).test(line),
      ),
    ).toEqual([]);
    expect(
      faults((line, { group }) =>
        new RegExp(
          `(?<!(?:and|do|did|are|were|does|hear|,) )\\b${name(group)} (?:are|were|have|do|don’t|aren’t|say|know)\\b`,
          'u',
        ).test(line),
      ),
    ).toEqual([]);
  });

  test('call on people who are there, and on no worker', () => {
    const calledIn = (line: string, names: readonly string[]): boolean =>
      names.some((name) =>
        new RegExp(`(?:^|[.!?:;] |, |and )${escaped(name)}(?:,| and |, everyone|:)`, 'u').test(line),
      );
    expect(
      faults((line, { group }) =>
        calledIn(
          line,
          group.recording.header.absent.filter((name) => !group.present.includes(name)),
        ),
      ),
    ).toEqual([]);
    expect(
      faults((line, { group }) =>
        calledIn(
          line,
          [...group.workers].filter((name) => !group.present.includes(name)),
        ),
      ),
    ).toEqual([]);
    // Every capital within a sentence is a name or a word that stands in the recording.
    expect(
      faults((line, { group, finding }) => {
        const known = straight(
          `${group.present.join(' ')} ${group.recording.header.absent.join(' ')} ${group.recording.header.purpose ?? ''} ${finding.message} ${group.moves.map(({ turn, name }) => `${name} ${turn.words}`).join(' ')}`,
        );
        return sentences(line).some((one) =>
          Array.from(one.slice(1).matchAll(/(?<=[\s‘“])\p{Lu}[\p{L}’']*/gu)).some(
            ([word]) =>
              !/^I(?:’|$)/.test(word) &&
              !['Identifying', 'M'].includes(word) &&
              !known.includes(straight(word).replace(/'s?$/, '')),
          ),
        );
      }),
    ).toEqual([]);
  });

  test('do not speak to a person about that same person', () => {
    expect(
      faults((line, { group }) =>
        sentences(line).some((one) =>
          group.present.some((name) => {
            const called = new RegExp(
              `^(?:And )?(?:[\\p{L}’'. ]+(?:,| and) )?${escaped(name)}(?:,|:)`,
              'u',
            ).exec(one);
            return (
              called !== null &&
              new RegExp(
                `\\b(?:to|of|about|like|that|what|when|with|ask|tell|listening to) ${escaped(name)}\\b`,
                'u',
              ).test(one.slice(called[0].length))
            );
          }),
        ),
      ),
    ).toEqual([]);
  });

  test('differ from each other', () => {
    const plain = (line: string): string => line.toLowerCase().replace(/[^\p{L}\p{N} ]/gu, '');
    expect(
      offers
        .filter(
          ({ alternatives }) =>
            new Set(alternatives.map(({ line }) => plain(line))).size < alternatives.length,
        )
        .map(({ file, finding }) => `${file} ${finding.pattern.id}`),
    ).toEqual([]);
  });

  test('fit this recording: what is said in many of them fits anything', () => {
    const where = new Map<string, Set<string>>();
    for (const { file, alternatives } of inRecordings)
      for (const alternative of alternatives) {
        if (isCraft(alternative)) continue;
        where.set(alternative.line, (where.get(alternative.line) ?? new Set()).add(file));
      }
    // Two groups with six meetings may well be told the same of their last: up to one recording in fifteen.
    const most = new Set(inRecordings.map(({ file }) => file)).size / 15;
    expect(
      [...where].filter(([, files]) => files.size > most).map(([line, files]) => `${files.size}: ${line}`),
    ).toEqual([]);
  });

  test('name a skill that there is, that the pattern draws on, and that suits the kind of group and its time', () => {
    const known = new Set<SkillId>(Object.keys(skills) as SkillId[]);
    expect(
      faults((_line, { finding }, { skill }) => !known.has(skill) || !finding.pattern.skills.includes(skill)),
    ).toEqual([]);
    expect(
      faults((_line, { group, finding }, { skill }) => {
        const { type, session } = group.recording.header;
        const first = type === 'single-session' || session === 1;
        return (
          skill === 'preserving-history' && first && finding.pattern.id !== 'absence-or-departure-unmarked'
        );
      }),
    ).toEqual([]);
    expect(
      faults((line, { group }) => {
        const { type, session, of } = group.recording.header;
        return (
          /\bnext (?:time|week|meeting|session)\b/i.test(line) &&
          (type === 'single-session' || (session !== undefined && session === of))
        );
      }),
    ).toEqual([]);
    expect(
      faults((_line, { group }, { skill }) => skill === 'dividing-the-group' && group.present.length < 3),
    ).toEqual([]);
  });

  test('say back what a member said where they can', () => {
    const spoken = inRecordings.flatMap(({ group, alternatives }) =>
      alternatives.filter(({ line }) => !isDirection(line)).map(({ line }) => ({ group, line })),
    );
    const personal = spoken.filter(({ group, line }) =>
      group.moves.some((move) => byMember(move) && line.includes(move.name)),
    );
    expect(personal.length / spoken.length).toBeGreaterThan(0.85);
  });
});

describe('messages', () => {
  const messages = offers.map(({ file, mayBeShown, finding }) => ({
    file,
    mayBeShown,
    id: finding.pattern.id,
    text: finding.message,
  }));
  const wrong = (is: (text: string) => boolean): string[] =>
    messages
      .filter(({ text }) => is(text))
      .map(({ file, mayBeShown, id, text }) => `${file} ${id}${mayBeShown ? `: ${text}` : ''}`);

  test('show, say what may have had room, and ask', () => {
    expect(wrong((text) => !/^[\p{Lu}“].*\?$/u.test(text) || text.length > 320)).toEqual([]);
    expect(wrong((text) => /\s{2}|\s[,.;:?!]|[,;:][,.;:?!]|\.\.|[.?!]”[.?!]|undefined/.test(text))).toEqual(
      [],
    );
  });

  test('blame nobody, and take no worker for a woman or a man', () => {
    expect(
      wrong((text) =>
        /\b(?:should have|ought to|fail(?:s|ed|ure)?|mistake|bad|poor|never let)\b/i.test(text),
      ),
    ).toEqual([]);
    expect(
      wrong((text) =>
        /\bworker\b[^.?]*\b(?:she|her|herself|he|his|himself)\b/i.test(text.replace(/“[^”]*”/g, '')),
      ),
    ).toEqual([]);
  });
});
