/** Hovers over a real connection: short, plain, and about what stands under the pointer. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Hover, MarkupContent } from 'vscode-languageserver-protocol/node';
import { placeIn, ROOM, textIn } from './room.ts';
import { PULLING, type Session, startSession } from './session.ts';

const URI = 'file:///room.recording.md';
let session: Session;
beforeAll(async () => {
  session = await startSession({
    ...PULLING,
    textDocument: { ...PULLING.textDocument, hover: { contentFormat: ['markdown'] } },
  });
  session.open(URI, ROOM);
});
afterAll(() => session.stop());

const hover = async (
  words: string,
  after = '',
  into = 1,
  text = ROOM,
  uri = URI,
): Promise<{ text: string; on: string } | null> => {
  const answer = await session.connection.sendRequest<Hover | null>('textDocument/hover', {
    textDocument: { uri },
    position: placeIn(text, words, after, into),
  });
  return answer && { text: (answer.contents as MarkupContent).value, on: textIn(text, answer.range!) };
};

describe('a hover', () => {
  test('over a person tells turns, words, whom they spoke to, first and last turn', async () => {
    const card = (await hover('Ana', '**'))!;
    expect(card.on).toBe('Ana');
    expect(card.text).toBe(
      [
        '**Ana**',
        'Also called Annie.',
        '2 turns of 6 (33 %), 8 words (25 %), as recorded.',
        'Spoke to: Ben (1 turn).',
        'First turn 2, last turn 5.',
      ].join('\n\n'),
    );
    expect((await hover('Ben', 'looks at '))!.text).toMatch(/^\*\*Ben\*\*\n\n1 turn of 6.*Ana \(1 turn\)/s);
    expect((await hover('Worker', '**'))!.text).toMatch(/^\*\*Worker\*\*, worker/);
    expect((await hover('Dee'))!.text).toBe('**Dee**, absent\n\nDoes not speak in this recording.');
  });

  test('over a silence tells what it follows and what ends it', async () => {
    expect((await hover('Silence'))!.text).toBe(
      '**Silence**, 15 seconds.\n\nAfter Ana (turn 2): “Tired\\. It was a long week, Ben\\.”\n\nThen Ben (turn 3): “Same here\\.”',
    );
  });

  test('over a skill, a dynamic and a note’s label tells what it is', async () => {
    expect((await hover('scanning'))!.text).toMatch(/^\*\*scanning\*\*\n\nYou let your eyes/);
    expect((await hover('Skill'))!.text).toMatch(/^\*\*Skill\*\*: The skill that you used/);
    const text = [
      '# Dialogue',
      'Worker: You should rest.',
      '> **Considered (worker-advice):** she had asked me',
      '> **Alternative (redirecting messages):** “Ben?”',
      '',
      '# Mutual aid',
      'There was mutual support, and all in the same boat.',
    ].join('\n');
    const uri = 'file:///terms.recording.md';
    session.open(uri, text);
    const over = (words: string): ReturnType<typeof hover> => hover(words, '', 1, text, uri);
    expect(await over('mutual support')).toMatchObject({
      on: 'mutual support',
      text: expect.stringMatching(/^\*\*Mutual support\*\*/),
    });
    expect((await over('same boat'))!.on).toBe('all in the same boat');
    expect((await over('Considered'))!.text).toContain('Worker gives the advice');
    expect((await over('redirecting'))!.text).toMatch(/^\*\*redirecting messages\*\*/);
  });

  test('over the header tells what a key is for and what a value means', async () => {
    expect((await hover('absent'))!.text).toMatch(/Members who were not there/);
    expect((await hover('type'))!.text).toMatch(/What kind of group/);
    expect((await hover('short-term'))!.text).toMatch(/^\*\*.+\*\*\n\n/);
    expect((await hover('name', 'group:'))!.text).toContain('What the group is called');
  });

  test('over speech that names nobody, and outside any recording, says nothing', async () => {
    expect(await hover('week')).toBeNull();
    expect(await hover('week', '', 1, ROOM, 'file:///no.recording.md')).toBeNull();
  });

  test('over the words of a finding tells what weighed most', async () => {
    const uri = 'file:///advice.recording.md';
    const text = [
      '**Ana:** He won’t get up for school. I stand at the door and then I am late myself.',
      '**Worker:** You could always ask the school to send somebody round.',
      '**Ana:** I suppose.',
    ].join('\n\n');
    session.open(uri, text);
    const card = (await hover('send somebody', '', 1, text, uri))!;
    expect(card.text).toMatch(
      /^\*\*Worker gives the advice\*\*: what weighed most here\n\n- (?:.*\n- )*the worker’s words sound like advice/,
    );
    expect(card.on).toBe('You could always ask the school to send somebody round.');
    expect(await hover('I suppose', '', 1, text, uri)).toBeNull();
  });

  test('what somebody typed cannot draw anything', async () => {
    const uri = 'file:///marks.recording.md';
    const text = 'Ana: [x](command:evil) <b>\n\n(Silence.)\n\nBen: `code` ![i](http://x)\n';
    session.open(uri, text);
    const card = (await hover('Silence', '', 1, text, uri))!;
    expect(card.text).not.toMatch(/(?<!\\)(?:[[\]<`!]|\]\()/);
  });
});
