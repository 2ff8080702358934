/** What is shown of the group. */
import { describe, expect, test } from 'vitest';
import { analyse } from '../../server/src/patterns/analyse.ts';
import { DEFAULT_SETTINGS } from '../../server/src/patterns/settings.ts';
import { type GroupPicture, groupPictureOf, THE_GROUP } from '../../server/src/report/group-picture.ts';
import { lines } from '../recording/reading.ts';

function pictured(text: string): GroupPicture {
  const analysis = analyse(text, DEFAULT_SETTINGS);
  return groupPictureOf(analysis, analysis.findings);
}

const names = ({ people }: GroupPicture): readonly string[] => people.map(({ name }) => name);
const HEAD = ['---', 'members: [Ana, Ben, Carla, Dee]', 'absent: [Dee]', '---', '', '## Dialogue', ''];

describe('seats', () => {
  test('are the worker’s and then the roster’s, whoever speaks first; the absent have none', () => {
    const picture = pictured(lines(...HEAD, '**Carla:** Hello.', '', '**Worker:** Hello.', ''));
    expect(names(picture)).toEqual(['Worker', 'Ana', 'Ben', 'Carla']);
    expect(picture.absent).toEqual(['Dee']);
    expect(picture.people.find(({ name }) => name === 'Ben')).toEqual({
      name: 'Ben',
      kind: 'member',
      colour: 2,
      turns: 0,
      words: 0,
    });
    expect(picture.people.find(({ name }) => name === 'Carla')).toMatchObject({
      turns: 1,
      words: 1,
      first: 1,
    });
  });

  test('do not change while somebody goes on speaking, and a newcomer sits down at the end', () => {
    const before = names(pictured(lines(...HEAD, '**Worker:** Hello.', '', '**Carla:** Hello.', '')));
    const after = names(
      pictured(lines(...HEAD, '**Worker:** Hello.', '', '**Carla:** Hello.', '', '**Zoë:** I came too.', '')),
    );
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.at(-1)).toBe('Zoë');
  });

  test('follow a seating that is written as a list', () => {
    const picture = pictured(
      lines(
        '---',
        'members: [Ana, Ben]',
        'seating: [Ben, "Worker", Nobody]',
        '---',
        '',
        '**Worker:** Hi.',
        '',
      ),
    );
    expect(names(picture)).toEqual(['Ben', 'Worker', 'Ana']);
  });

  test('are for people: several voices at once have none and are counted beside', () => {
    const picture = pictured(lines(...HEAD, '**Ana:** Hello.', '', '**Several members:** Hello there.', ''));
    expect(names(picture)).toEqual(['Ana', 'Ben', 'Carla']);
    expect(picture.voices).toEqual([{ name: 'Several members', turns: 1, words: 2 }]);
    expect(picture.by).toEqual([0, THE_GROUP]);
  });
});

test('arrows tell turns that show their addressee from those that only follow', () => {
  const picture = pictured(
    lines(
      ...HEAD,
      '**Worker → group:** Who begins?',
      '',
      '**Ana → Ben:** You came.',
      '',
      '**Carla:** It rained.',
      '',
      '**Ana:** Ben, did you walk?',
      '',
    ),
  );
  const told = picture.arrows.map(({ from, to, shown, after, turns }) => [
    picture.people[from]!.name,
    picture.people[to]?.name ?? 'group',
    shown,
    after,
    turns,
  ]);
  expect(told).toEqual([
    ['Worker', 'group', 1, 0, [1]],
    ['Ana', 'Ben', 2, 0, [2, 4]],
    ['Carla', 'Ana', 0, 1, [3]],
  ]);
});

test('the timeline has speakers, words, silences and segments by turn', () => {
  const picture = pictured(
    lines(
      ...HEAD,
      '### Check-in',
      '',
      '**Ana:** Tired.',
      '',
      '(Silence, 12 seconds.)',
      '',
      '**Ben:** Me too.',
      '',
      '### The holiday',
      '',
      '**Carla:** We stayed at home.',
      '',
      '(Silence.)',
      '',
    ),
  );
  expect(picture.by).toEqual([0, 1, 2]);
  expect(picture.words).toEqual([1, 2, 4]);
  expect(picture.silences).toEqual([{ before: 2, seconds: 12 }, { before: 4 }]);
  expect(picture.segments).toEqual([
    { title: 'Check-in', from: 1, to: 2 },
    { title: 'The holiday', from: 3, to: 3 },
  ]);
});

test('a stretch of talk between the worker and one member is shown as the findings say it', () => {
  const turns = Array.from({ length: 7 }, (_, i) => [
    '**Worker:** And what did he say then?',
    '',
    `**Ana:** He said that the letter would come on the ${i + 1}th, and it did not.`,
    '',
  ]).flat();
  const picture = pictured(lines(...HEAD, '**Ben:** Hello.', '', '**Carla:** Hello.', '', ...turns));
  expect(picture.stretches).toContainEqual(expect.objectContaining({ kind: 'hot-seat' }));
  const hot = picture.stretches.find(({ kind }) => kind === 'hot-seat')!;
  expect(hot.to - hot.from).toBeGreaterThanOrEqual(9);
  expect(picture.marks.map(({ name }) => name)).toContain('Hot seat: casework in a group');
});

describe('the nine dynamics', () => {
  const picture = pictured(
    lines(
      ...HEAD,
      '**Ana:** The house is so quiet of an evening, and I feel tired of it.',
      '',
      '**Worker:** Who else knows something of those evenings?',
      '',
      '**Ben:** Me too, Ana. Every evening.',
      '',
      '### Role play',
      '',
      '**Carla:** Mother, I have to tell you something.',
      '',
    ),
  );
  const places = (id: string) => picture.dynamics.find((one) => one.id === id)!;

  test('are all there, in order, each with places and without a number of its own', () => {
    expect(picture.dynamics.map(({ id }) => id).join()).toBe('SD,DP,TA,SB,MS,MD,IP,RE,SN');
    for (const seen of picture.dynamics)
      expect(Object.keys(seen).sort()).toEqual(['id', 'meaning', 'name', 'offered', 'room', 'taken']);
  });

  test('have room offered and taken up at their turns', () => {
    expect(places('SB').offered.map(({ turn }) => turn)).toEqual([2]);
    expect(places('SB').taken.map(({ turn }) => turn)).toEqual([3]);
    expect(places('RE').taken.map(({ turn }) => turn)).toEqual([4]);
    expect(places('SN')).toMatchObject({ offered: [], taken: [], room: [] });
  });
});
