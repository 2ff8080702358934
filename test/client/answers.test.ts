import { describe, expect, it } from 'vitest';
import { groupAndSession, namesIn, troubleIn } from '../../client/src/answers.ts';

const trouble = (answer: string) => troubleIn(namesIn(answer), 'Worker');

describe('names as they are typed', () => {
  it.each([
    ['Ana, Ben,Carla', ['Ana', 'Ben', 'Carla']],
    [' Ana ;  Mrs.  A ;; ', ['Ana', 'Mrs. A']],
    ['王芳，李娜、小明', ['王芳', '李娜', '小明']],
    ['علي، مريم', ['علي', 'مريم']],
    ['', []],
    [' , ', []],
  ])('%j', (answer, names) => {
    expect(namesIn(answer)).toEqual(names);
  });

  it.each([
    ['Ana, Ben: x', { kind: 'sign', name: 'Ben: x', sign: ':' }],
    ['Ana (late)', { kind: 'sign', name: 'Ana (late)', sign: '(' }],
    ['Ana, ana', { kind: 'twice', name: 'ana' }],
    ['Ana, worker', { kind: 'worker', name: 'worker' }],
    ['A'.repeat(41), { kind: 'tooLong', name: 'A'.repeat(41) }],
    ['Ana Lopez', { kind: 'fullName', name: 'Ana Lopez' }],
    ['Ana Lopez, Ben!', { kind: 'sign', name: 'Ben!', sign: '!' }],
  ])('%j has to be looked at', (answer, expected) => {
    expect(trouble(answer)).toEqual(expected);
  });

  it.each(['Ana, Ben', 'A, B, C', 'Mrs. A, J. R., Auntie Mei, Ana L.', "D'Arcy", '王芳', 'M2', ''])(
    '%j is well',
    (answer) => {
      expect(trouble(answer)).toBeUndefined();
    },
  );
});

describe('group and session in one answer', () => {
  it.each([
    ['', {}],
    ['Living with Loss', { name: 'Living with Loss' }],
    ['Living with Loss, 4 of 8', { name: 'Living with Loss', session: 4, of: 8 }],
    ['Living with Loss 4/8', { name: 'Living with Loss', session: 4, of: 8 }],
    ['Living with Loss, session 4', { name: 'Living with Loss', session: 4 }],
    ['Living with Loss – 4', { name: 'Living with Loss', session: 4 }],
    ['session 4 of 8', { session: 4, of: 8 }],
    ['4 of 8', { session: 4, of: 8 }],
    ['4', { session: 4 }],
    ['Area 51', { name: 'Area 51' }],
    ['Group 7, 2', { name: 'Group 7', session: 2 }],
    ['Area 1234', { name: 'Area 1234' }],
    ['Casino 4', { name: 'Casino 4' }],
    ['Session', { name: 'Session' }],
  ])('%j', (answer, expected) => {
    expect(groupAndSession(answer)).toEqual(expected);
  });
});
