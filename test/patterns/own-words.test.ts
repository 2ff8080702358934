/** How a person's own words are taken, cut and turned, and where they are left alone. */
import { describe, expect, test } from 'vitest';
import type { Move } from '../../server/src/group/model.ts';
import { observe } from '../../server/src/group/observe.ts';
import { asked, bothTold, recalled, toldBack, youSaid } from '../../server/src/patterns/lines.ts';
import { ownWords, turned } from '../../server/src/patterns/own-words.ts';
import { read } from '../../server/src/recording/read.ts';

const moves = (...turns: readonly string[]): readonly Move[] =>
  observe(read(`---\nmembers: [Ana, Ben, Carla]\n---\n\n${turns.join('\n\n')}\n`)).moves;
const saying = (words: string): Move => moves(`**Ana:** ${words}`)[0]!;

describe('turned to the person', () => {
  test.each([
    ['my back goes', 'your back goes'],
    ["I'm scared he'll stop breathing", 'you’re scared he’ll stop breathing'],
    ['I was up four nights out of seven', 'you were up four nights out of seven'],
    ["I wasn't even asked", 'you weren’t even asked'],
    ['I just was so tired', 'you just were so tired'],
    ["I've told him myself", 'you’ve told him yourself'],
    ['mine asked me to marry him', 'yours asked you to marry him'],
    ['they told me on Tuesday', 'they told you on Tuesday'],
    ['I sort of sleep with one leg on him', 'you sleep with one leg on him'],
    ['My daughter cannot find me', 'your daughter cannot find you'],
  ])('%s', (said, toThem) => {
    expect(turned(said)).toBe(toThem);
  });

  test.each([
    ['a “you” may mean anybody', 'I told you so'],
    ['a “we” may mean these or those', "we don't sleep together any more"],
    ['“me mam” is “my mother”', 'me mam rang me mate'],
    ['a dialect would become mimicry', 'I been putting out two plates'],
    ['a verb that does not follow the written language', 'I does be counting'],
    ['a second “was” of the same “I”', 'I went in and was crying'],
    ['a possessive that cannot be told from a verb', "mine's cooking was better"],
  ])('not where %s', (_why, said) => {
    expect(turned(said)).toBeUndefined();
  });
});

describe('taken from a turn', () => {
  test.each([
    [
      'the clause that tells most',
      "Well. It's Tuesday. I lie awake and I count the stairs.",
      'I lie awake and I count the stairs',
    ],
    [
      'without what leads in or trails off',
      "To be honest, I'm frightened of the stairs, you know.",
      "I'm frightened of the stairs",
    ],
    [
      'cut where a clause ends',
      'I put his tea outside the door, because if I knock he shouts.',
      'I put his tea outside the door',
    ],
  ])('%s', (_what, words, said) => {
    expect(ownWords(saying(words))?.said).toBe(said);
  });

  test.each([
    ['questions', 'Do they come on a Monday where you live?'],
    ['what somebody else is told to have said', "He said, you're useless, you never were any good at it."],
    ['fragments', 'The stairs. The door. On Tuesday, with the bags.'],
    ['small change', "I'm fine. I'll go first. Thank you. That's all."],
    ['a clause that breaks off', 'I told them that the'],
    ['names', "I'm Denise, and my husband's Geoff."],
  ])('never %s', (_what, words) => {
    expect(ownWords(saying(words))).toBeUndefined();
  });

  test('never a clause about somebody in the circle', () => {
    const [move] = moves('**Ana:** I think Ben takes the good chair every week.', '**Ben:** I do not.');
    expect(ownWords(move!)).toBeUndefined();
  });
});

describe('said back', () => {
  test('a feeling is given back as it is, a judgement as what was said', () => {
    expect(toldBack(saying("I'm frightened of the stairs."))).toBe('Ana, you’re frightened of the stairs.');
    expect(toldBack(saying("I'm a useless mother to my own son."))).toBe(
      'Ana, you said you’re a useless mother to your own son.',
    );
    expect(toldBack(saying('I drank again on Saturday.'))).toBe('Ana, you said you drank again on Saturday.');
  });

  test('what cannot be turned is quoted word for word', () => {
    expect(youSaid(saying("We don't sleep together since the baby."))).toBe(
      "you said ‘we don't sleep together since the baby’",
    );
    expect(recalled(saying("I'm frightened of the stairs."))).toBe(
      'Ana, you told us you’re frightened of the stairs.',
    );
  });

  test('two are told together only where both can be', () => {
    const [ana, ben, again] = moves(
      "**Ana:** I'm frightened of the stairs.",
      "**Ben:** I'm ashamed to go in the shop.",
      '**Ben:** No.',
    );
    expect(bothTold(ana!, ben!)).toBe(
      'Ana, you’re frightened of the stairs; Ben, you’re ashamed to go in the shop.',
    );
    expect(bothTold(ana!, again!)).toBe('');
    expect(bothTold(ana!, ana!)).toBe('');
  });

  test('a question is quoted as it was asked', () => {
    expect(asked(saying("Excuse me. How long before it's coming? I don't know."))).toBe(
      "‘How long before it's coming?’",
    );
    expect(asked(saying('Can I say something awful?'))).toBe('');
    expect(asked(saying('Really?'))).toBe('');
  });
});
