import { describe, expect, it } from 'vitest';
import type { Gate } from '../../server/src/group/model.ts';
import { conditions } from '../../server/src/practice/conditions.ts';
import { aboutDynamics, dynamics } from '../../server/src/practice/dynamics.ts';
import { type GateId, gates } from '../../server/src/practice/gates.ts';
import { type GroupTypeId, groupTypes } from '../../server/src/practice/group-types.ts';
import { skills } from '../../server/src/practice/skills.ts';
import { sources } from '../../server/src/practice/sources.ts';
import { stages } from '../../server/src/practice/stages.ts';
import type { GroupType } from '../../server/src/recording/model.ts';

/** Every string below a value, with the path that leads to it. */
function stringsIn(value: unknown, path: string): { path: string; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => stringsIn(inner, `${path}.${key}`));
}

/** Texts that a student reads: no ids, numbers of sources or synonyms. */
const shown = [
  ...stringsIn({ aboutDynamics, dynamics, skills, groupTypes, stages, conditions, gates }, 'practice'),
].filter(
  ({ path }) =>
    !/\.(?:sources|also|opens|prefers|id|code|number)\.?\d*$|\.dynamics\.\d+$/.test(path) ||
    /^practice\.gates\.[^.]+\.opens$/.test(path),
);

const sourced = [
  ...Object.entries(dynamics),
  ...Object.entries(skills),
  ...Object.entries(groupTypes),
  ...Object.entries(stages),
  ...Object.entries(gates),
  ...conditions.map((condition) => [condition.id, condition] as const),
];

describe('references between the texts', () => {
  it('knows every skill that a dynamic, a type or a stage names, once', () => {
    const lists = [
      ...Object.values(dynamics).map((one) => one.opens),
      ...Object.values(groupTypes).map((one) => one.prefers),
      ...Object.values(stages).map((one) => one.prefers),
    ];
    for (const list of lists) {
      expect(list.length).toBeGreaterThan(0);
      expect(new Set(list).size).toBe(list.length);
      for (const id of list) expect(skills[id], id).toBeDefined();
    }
  });

  it('lets a skill that makes room for a dynamic say so itself', () => {
    for (const { code, opens } of Object.values(dynamics)) {
      for (const id of opens) expect(skills[id].dynamics, `${id} for ${code}`).toContain(code);
    }
  });

  it('names only dynamics that there are', () => {
    for (const [id, skill] of Object.entries(skills)) {
      for (const code of skill.dynamics) expect(dynamics[code], `${id}: ${code}`).toBeDefined();
      expect(new Set(skill.dynamics).size, id).toBe(skill.dynamics.length);
      if (id !== 'recording-craft') expect(skill.dynamics, id).not.toHaveLength(0);
    }
  });

  it('has nine dynamics, each under its own code', () => {
    expect(Object.keys(dynamics)).toEqual(['SD', 'DP', 'TA', 'SB', 'MS', 'MD', 'IP', 'RE', 'SN']);
    for (const [code, dynamic] of Object.entries(dynamics)) expect(dynamic.code).toBe(code);
  });

  it('cites only sources in the list', () => {
    for (const [id, { sources: cited }] of sourced) {
      expect(cited, id).not.toHaveLength(0);
      for (const key of cited) expect(sources[key], `${id} cites ${key}`).toBeDefined();
    }
  });

  it('covers the gates of the group and the types of the header', () => {
    const ofGroup: Record<Gate, unknown> & Record<GateId, unknown> = gates;
    const ofHeader: Record<GroupType, unknown> = groupTypes;
    const asInHeader = (type: GroupTypeId): GroupType => type;
    expect(Object.values(ofGroup)).toHaveLength(11);
    expect(Object.values(ofHeader)).toHaveLength(6);
    expect(ofHeader[asInHeader('open-ended')]).toBeDefined();
    expect(Object.values(gates).map(({ number }) => number)).toEqual(
      Array.from({ length: 11 }, (_, index) => `G${index + 1}`),
    );
  });
});

describe('names of skills', () => {
  const names = Object.entries(skills).flatMap(([id, { name, also }]) =>
    [name, ...also].map((text) => ({ id, text })),
  );

  it('belong to one skill each, in lower case', () => {
    const owners = new Map<string, string>();
    for (const { id, text } of names) {
      expect(text).toBe(text.trim().toLowerCase());
      expect(owners.get(text), `"${text}" of ${id}`).toBeUndefined();
      owners.set(text, id);
    }
  });

  it('include the id, written as words', () => {
    for (const id of Object.keys(skills)) {
      const words = id.replaceAll('-', ' ');
      expect(
        names.some((name) => name.id === id && name.text === words),
        id,
      ).toBe(true);
    }
  });

  it('include what students write', () => {
    const owner = (text: string): string | undefined => names.find((name) => name.text === text)?.id;
    expect(owner('linking')).toBe('connecting');
    expect(owner('universalizing')).toBe('reframing-common-ground');
    expect(owner('use of silence')).toBe('exercising-silence');
    expect(owner('role play')).toBe('proposing-rehearsal');
    expect(owner('contracting')).toBe('stating-purpose');
  });
});

describe('sources', () => {
  it('are 1 to 88, S and c', () => {
    const expected = [...Array.from({ length: 88 }, (_, index) => String(index + 1)), 'S', 'c'];
    expect(Object.keys(sources)).toEqual(expected);
  });

  it('stand on the web or say where they stand', () => {
    for (const [key, { title, addresses }] of Object.entries(sources)) {
      expect(title, key).not.toBe('');
      for (const address of addresses) expect(new URL(address).protocol, key).toMatch(/^https?:$/);
      if (addresses.length === 0) expect(['S', 'c', '1', '85']).toContain(key);
    }
  });
});

describe('texts that a student reads at night', () => {
  it('are found by this test', () => {
    expect(shown.length).toBeGreaterThan(350);
    expect(shown.some(({ path }) => path === 'practice.gates.safety.opens')).toBe(true);
    expect(shown.some(({ path }) => path.includes('.also.'))).toBe(false);
  });

  it('have no sentence of more than 30 words', () => {
    for (const { path, text } of shown) {
      for (const sentence of text.split(/(?<=[.!?])\s+/)) {
        expect(sentence.split(/\s+/).length, `${path}: ${sentence}`).toBeLessThanOrEqual(30);
      }
    }
  });

  it('use no jargon', () => {
    const jargon =
      /\b(?:dyad(?:ic)?s?|cataly[sz]\w*|facilitat\w*|psychosocial|intrapsychic|interperson\w*|countertransference|transference|affective|cognitive|utili[sz]\w*|leverag\w*|modalit\w*|intervention\w*|multilogue|aggregat\w*|operationali[sz]\w*|optimi[sz]\w*|salient|holistic|praxis|paradigm\w*|empower\w*|scaffold\w*|stakeholder\w*|in order to|client system|self-report|participants?|respondents?)\b/i;
    for (const { path, text } of shown) expect(text, path).not.toMatch(jargon);
  });

  it('neither label members nor pass sentence on the writer', () => {
    const labels =
      /\b(?:resistant|manipulative|attention-seeking|non-?compliant|unmotivated|dysfunctional|inappropriate)\b/i;
    const sentence =
      /\b(?:you failed|you must|you should|mutual aid (?:did not|didn't|failed)|obviously|score|obstacle)\b/i;
    for (const { path, text } of shown) {
      expect(text, path).not.toMatch(labels);
      expect(text, path).not.toMatch(sentence);
    }
  });

  it('end like sentences, and lines carry no quotation marks', () => {
    const prose = shown.filter(({ path }) =>
      /\.(?:what|when|shows|meaning|worker|time|text|why|caution|quiet)$|\.(?:cautions|closes)\.\d+$/.test(
        path,
      ),
    );
    expect(prose.length).toBeGreaterThan(150);
    for (const { path, text } of prose) expect(text, path).toMatch(/[.?]$/);
    const lines = shown.filter(({ path }) => /\.(?:lines|sounds)\.\d+$/.test(path));
    for (const { path, text } of lines) {
      expect(text, path).not.toMatch(/["“”]/);
      expect(text, path).toMatch(/[.?!]$|^\[.*\]$/);
    }
  });

  it('give each skill two or three lines, and each dynamic two to four', () => {
    for (const [id, { lines }] of Object.entries(skills)) expect([2, 3], id).toContain(lines.length);
    for (const { code, sounds } of Object.values(dynamics)) expect([2, 3, 4], code).toContain(sounds.length);
    const lines = Object.values(skills).flatMap((skill) => skill.lines);
    expect(new Set(lines).size).toBe(lines.length);
  });

  it('say each meaning of a dynamic in one sentence', () => {
    for (const { code, meaning } of Object.values(dynamics))
      expect(meaning.match(/[.?!](?:\s|$)/g), code).toHaveLength(1);
  });
});
