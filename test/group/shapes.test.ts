/** A session in one cut: what runs through the worker, what runs across the floor, and what two members have lived alike. */
import { describe, expect, test } from 'vitest';
import { momentsIn } from '../../server/src/group/moments.ts';
import { runsOf, unnamedRuns } from '../../server/src/group/shapes.ts';
import { analyse } from '../../server/src/patterns/analyse.ts';

const HEAD =
  '---\nmembers: [Ifeoma, Bram, Sunniva, Joost]\ngroup: { type: classic }\nsession: 4\n---\n\n## Dialogue\n\n';

const groupOf = (turns: readonly string[]) =>
  analyse(HEAD + turns.map((turn) => turn.replace(/^(\w+):/, '**$1:**')).join('\n\n'), {
    profile: 'core',
    patterns: {},
  }).group;

const ROUND_THE_POLE = ['Ifeoma', 'Bram', 'Sunniva', 'Joost', 'Bram', 'Ifeoma', 'Joost', 'Sunniva'].flatMap(
  (name) => [
    `Worker: ${name}, how was the week at yours?`,
    `${name}: It went by like the weeks go by at ours.`,
  ],
);

const ACROSS = [
  'Ifeoma',
  'Bram',
  'Sunniva',
  'Joost',
  'Ifeoma',
  'Bram',
  'Sunniva',
  'Joost',
  'Ifeoma',
  'Bram',
].map(
  (name, i, all) =>
    `${name}: ${all[(i + all.length - 1) % all.length]}, I heard that, and at ours it was otherwise.`,
);

describe('the session is cut once', () => {
  test('where talk stops running through the worker, and every turn is in one run', () => {
    const group = groupOf([...ROUND_THE_POLE, ...ACROSS]);
    const runs = runsOf(group);
    expect(runs.map(({ shape }) => shape)).toEqual(['pole', 'floor']);
    expect(runs.flatMap(({ moves }) => moves.map(({ index }) => index))).toEqual(
      group.moves.map(({ index }) => index),
    );
  });

  test('one odd step ends no run', () => {
    const odd = [...ACROSS];
    odd.splice(5, 0, 'Worker: Go on.');
    expect(runsOf(groupOf(odd)).map(({ shape }) => shape)).toEqual(['floor']);
  });

  test('a hot seat keeps its turns to itself', () => {
    const seat = Array.from({ length: 6 }, (_, i) => [
      `Worker: And was it the blue door, number ${i}?`,
      'Bram: It was the one with the bell, as far as I know.',
    ]).flat();
    const group = groupOf([...seat, ...ACROSS]);
    const left = unnamedRuns(group).flatMap(({ moves }) => moves.map(({ index }) => index));
    expect(Math.min(...left)).toBeGreaterThanOrEqual(seat.length);
  });
});

describe('kinds of moment', () => {
  const kindsOf = (words: string): readonly string[] => momentsIn(groupOf([`Bram: ${words}`]).moves[0]!);
  const alike = (a: string, b: string): boolean => kindsOf(a).some((kind) => kindsOf(b).includes(kind));

  test.each([
    ['My mother thinks I’m still at the bakery.', 'I told my wife I was on the late bus.'],
    [
      'I got as far as the gate of the school and my legs wouldn’t.',
      'Three times I sat outside in the car and drove home.',
    ],
    ['I still set two cups of a morning.', 'I haven’t washed his shirt. It hangs there.'],
    ['They talk over my head to my sister.', 'Nobody ever asked me, in all that ward. I was the furniture.'],
  ])('“%s” and “%s” are one', (a, b) => expect(alike(a, b)).toBe(true));

  test.each([
    ['I told my wife it was raining.', 'My mother thinks the bakery is dear.'],
    ['I got to the gate and they let me through at once.', 'The car is parked in the yard.'],
    ['I still have the two cups, one is for sale.', 'I washed his shirt and gave it back.'],
    ['They talk about football the whole way.', 'Somebody asked me in the ward, and I told them.'],
  ])('“%s” and “%s” are not', (a, b) => expect(alike(a, b)).toBe(false));
});
