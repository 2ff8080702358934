import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { namesIn, troubleIn } from '../../client/src/answers.ts';
import { SCHOOL_FORMS } from '../../client/src/school-forms.ts';
import { type Beginning, recordingTemplate, WORKER, yaml } from '../../client/src/template.ts';
import { nextHeader } from '../../server/src/recording/next-header.ts';
import { read } from '../../server/src/recording/read.ts';

const BEGINNING: Beginning = {
  type: 'short-term',
  members: ['Ana', 'Ben', 'Carla'],
  group: 'Living with Loss',
  session: 4,
  of: 8,
  written: '2026-10-03',
};
const headerOf = (text: string) => parse(text.split(/^---$/m)[1]!);

describe('the template of a new recording', () => {
  it('has a header with everything that was asked', () => {
    const { text } = recordingTemplate(BEGINNING);
    expect(headerOf(text)).toEqual({
      student: null,
      supervisor: null,
      date: null,
      written: '2026-10-03',
      group: { name: 'Living with Loss', type: 'short-term', purpose: null },
      session: 4,
      of: 8,
      worker: 'Worker',
      members: ['Ana', 'Ben', 'Carla'],
      absent: [],
      excerpt: false,
    });
  });

  it('stands with no answer but the date', () => {
    const { text } = recordingTemplate({ members: [], written: '2026-10-03' });
    const { header, faults } = read(text);
    expect(faults).toEqual([]);
    expect(header.members).toEqual([]);
    expect(text).toContain('# Process recording\n');
  });

  it('has the sections of a whole recording, in their order', () => {
    const { sections } = read(recordingTemplate(BEGINNING).text);
    expect(sections.filter(({ kind }) => kind !== 'other').map(({ kind }) => kind)).toEqual([
      'tuning-in',
      'observations',
      'dialogue',
      'impressions',
      'use-of-self',
      'mutual-aid',
      'do-over',
      'questions',
      'plan',
    ]);
  });

  it('has a first turn of the worker with a margin, and no fault', () => {
    const { turns, faults } = read(recordingTemplate(BEGINNING).text);
    expect(faults).toEqual([]);
    expect(turns.map(({ speaker, words }) => [speaker.kind, speaker.name, words])).toEqual([
      ['worker', 'Worker', ''],
    ]);
    expect(turns[0]!.margin.map(({ kind }) => kind)).toEqual(['feeling', 'analysis']);
  });

  it('puts the caret on an empty line below “Tuning in”', () => {
    const { text, firstWords } = recordingTemplate(BEGINNING);
    const lines = text.split('\n');
    expect(lines[firstWords]).toBe('');
    const headings = lines.slice(0, firstWords).filter((line) => line.startsWith('#'));
    expect(headings.at(-1)).toBe('## Tuning in');
  });

  it('quotes what YAML or a later reader of it would take for something else', () => {
    for (const name of ['Ana', 'Mrs. A', "D'Arcy", 'José María', '王芳', 'علي'])
      expect(yaml(name)).toBe(name);
    for (const name of [
      'Y',
      'no',
      'Null',
      '1',
      'Ana #2',
      'A: B',
      '- A',
      "'Ana",
      'Ana, Ben',
      '*',
      '👩 Ana',
      '',
    ])
      expect(yaml(name)).toBe(JSON.stringify(name));
  });

  it('takes any text that can be typed as a name of the group', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (group) => {
        expect(headerOf(recordingTemplate({ ...BEGINNING, group }).text).group.name).toBe(group);
      }),
    );
  });

  it('declares every member that the questions let pass, by that very name', () => {
    const signs = fc.constantFrom(...'AbĀ王ع3 .,-\'’#&/?:()"*;，'.split(''));
    fc.assert(
      fc.property(fc.string({ unit: signs, maxLength: 30 }), (answer) => {
        const members = namesIn(answer);
        const trouble = troubleIn(members, WORKER);
        if (trouble !== undefined && trouble.kind !== 'fullName') return;
        const { header, faults } = read(recordingTemplate({ ...BEGINNING, members }).text);
        expect(header.members.map(({ name }) => name)).toEqual(members);
        expect(faults).toEqual([]);
      }),
    );
  });
});

describe('the forms of schools', () => {
  it.each(SCHOOL_FORMS.map((form) => [form.id, form] as const))(
    '%s reads without a fault, with a first turn of the worker, for every kind of group and stage',
    (_, form) => {
      for (const type of ['classic', 'single-session', 'open-ended', 'very-large', 'task'] as const)
        for (const session of [1, 4, 8]) {
          const { text, firstWords } = recordingTemplate({ ...BEGINNING, form, type, session });
          const { faults, turns } = read(text);
          expect(faults).toEqual([]);
          expect(turns.length).toBeGreaterThan(0);
          expect(turns.every(({ speaker }) => speaker.kind === 'worker')).toBe(true);
          expect(turns[0]!.row !== undefined).toBe(form.columns !== undefined);
          expect(text.split('\n')[firstWords]).toBe('');
        }
    },
  );

  it('a first session has introductions, a last one an evaluation, a single one both', () => {
    const segments = (given: Partial<Beginning>) =>
      Array.from(
        recordingTemplate({ ...BEGINNING, ...given }).text.matchAll(/^### (.*)$/gm),
        (found) => found[1],
      );
    expect(segments({ session: 1 })).toEqual(['Introductions']);
    expect(segments({ session: 8 })).toEqual(['Evaluation']);
    expect(segments({ session: 4 })).toEqual([]);
    expect(segments({ type: 'single-session', session: 1, of: 1 })).toEqual(['Introductions', 'Evaluation']);
  });
});

describe('the header of a group’s next session', () => {
  const LAST = [
    '---',
    'student: J. R. # me',
    'date: 2026-10-02',
    'group:',
    '  name: Living with Loss',
    '  type: short-term',
    'session: 4',
    'of: 8',
    'members:',
    '  Ana: { aliases: [A, "Mrs. A"] }',
    '  Ben: {}',
    'absent: [Ben]',
    'new: [Ana]',
    'status: reviewed',
    'excerpt: true',
    'agency: a family centre',
    '---',
    '',
  ].join('\n');

  it('keeps the people and the group to the letter, and is one session on', () => {
    expect(nextHeader(read(LAST), LAST, '2026-10-10')).toBe(
      [
        '---',
        'student: J. R. # me',
        'date:',
        'written: 2026-10-10',
        'session: 5',
        'group:',
        '  name: Living with Loss',
        '  type: short-term',
        'of: 8',
        'members:',
        '  Ana: { aliases: [A, "Mrs. A"] }',
        '  Ben: {}',
        'agency: a family centre',
        'absent: []',
        '---',
        '',
      ].join('\n'),
    );
  });
  it('reads without a fault, and is the beginning of a whole page', () => {
    const header = nextHeader(read(LAST), LAST, '2026-10-10')!;
    const { text } = recordingTemplate({
      group: 'Living with Loss',
      session: 5,
      members: [],
      header,
      written: '',
    });
    expect(read(text).faults).toEqual([]);
    expect(read(text).header).toMatchObject({
      session: 5,
      of: 8,
      groupName: 'Living with Loss',
      newcomers: [],
    });
  });
  it('there is none to go on from where there was none, or a broken one', () => {
    for (const text of ['Ana: One.\n', '---\nmembers: [Ana\n---\n', '---\nmembers: [Ana]\n'])
      expect(nextHeader(read(text), text, '')).toBeUndefined();
  });
});
