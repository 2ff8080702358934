import { describe, expect, test } from 'vitest';
import { asksForFact, factAsked, opensMatter } from '../../server/src/group/answering.ts';
import type { Group } from '../../server/src/group/model.ts';
import { observe } from '../../server/src/group/observe.ts';
import { receptionOf } from '../../server/src/group/reception.ts';
import { repairedAfter } from '../../server/src/group/repair.ts';
import { read } from '../../server/src/recording/read.ts';

function group(...turns: readonly string[]): Group {
  return observe(
    read(`---\nworker: Worker\nmembers: [Ana, Ben, Cy]\n---\n\n## Dialogue\n\n${turns.join('\n\n')}\n`),
  );
}

const TOLD = 'Ana: I lie there counting and I never told my husband.';

describe('an invitation opens what was said', () => {
  test.each([
    ['Worker: Who else lies there?', true],
    ['Worker: Ben, Cy, what is it like to hear that from Ana?', true],
    ['Worker: Has anyone been near that?', true],
    ['Worker: Who wants a biscuit?', false],
    ['Worker: How many of you have the blue form?', false],
    ['Worker: Ask him to ring you at five instead.', false],
  ])('%s', (line, opens) => {
    const { moves } = group(TOLD, line);
    expect(opensMatter(group(TOLD, line), moves[1]!, 0)).toBe(opens);
  });
});

describe('a question for a fact is beside the matter', () => {
  test.each([
    ['And how long is the drive from here?', true],
    ['Which library would that be?', true],
    ['What colour truck?', true],
    ['Is he back on solid food?', true],
    ['What was it like, coming down to that?', false],
    ['What did you want him to say?', false],
    ['How is that for you?', false],
  ])('%s', (question, fact) => {
    expect(asksForFact(question)).toBe(fact);
  });

  test('a move that also asks after the matter asks for more', () => {
    const { moves } = group(TOLD, 'Worker: How old is he? What was it like to say?');
    expect(factAsked(moves[1]!)).toBeUndefined();
  });
});

describe('repair', () => {
  const advice = 'Worker: Ring your husband at lunch and tell him, he will understand.';

  test('the same matter, opened', () => {
    expect(
      repairedAfter(group(TOLD, advice, 'Ana: Maybe.', 'Worker: Who else has somebody not told?'), 1),
    ).toBe(true);
  });

  test('another member’s trouble, opened, repairs nothing', () => {
    const turns = [
      TOLD,
      advice,
      'Cy: The landlord put the rent up again and the boiler is out.',
      'Worker: What do people do about landlords?',
    ];
    expect(repairedAfter(group(...turns), 1)).toBe(false);
  });
});

describe('reception', () => {
  test.each([
    ['Ana: I suppose.', { bare: true, resisted: false }],
    ['Ana: He is asleep at lunch, he does nights.', { bare: false, resisted: true }],
    ['Ana: Oh. I did not know that.', { bare: false, asNews: true }],
  ])('%s', (next, expected) => {
    expect(receptionOf(group(TOLD, 'Worker: Ring him at lunch.', next), 1)).toMatchObject(expected);
  });
});
