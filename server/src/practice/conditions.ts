/** What mutual-aid practice needs in order to take root (domain §0, item 4; Steinberg 2014, introduction; our words). */

/** One condition, and a question that a worker can put to herself about it. */
export interface Condition {
  readonly id: 'many-helpers' | 'a-real-say' | 'able-to-reach-each-other' | 'shared-purpose' | 'group-skill';
  readonly name: string;
  readonly text: string;
  readonly ask: string;
  /** Keys of `sources.ts`. */
  readonly sources: readonly string[];
}

/** The five, in the order of the book. */
export const conditions: readonly Condition[] = [
  {
    id: 'many-helpers',
    name: 'The worker is one helper among many',
    text: 'You bring what you know, and so does everyone else in the circle. The more the help comes from you, the harder it is for members to see what they have to give.',
    ask: 'Who could have said this instead of me?',
    sources: ['S'],
  },
  {
    id: 'a-real-say',
    name: 'Everyone has a real say, and everyone counts',
    text: 'The group has a voice in its own affairs, and decides with care for what each person feels. That asks you to share your authority, and to help people use their part of it.',
    ask: 'What did the group decide today, and who helped it to decide?',
    sources: ['S', '7'],
  },
  {
    id: 'able-to-reach-each-other',
    name: 'Members can reach one another',
    text: 'People need some way to tell each other things and to take them in. Words are one way. A look, a gesture or a shared task will also do, and the rest can be learned in the group.',
    ask: 'How do these people reach each other, and what would make it easier?',
    sources: ['S'],
  },
  {
    id: 'shared-purpose',
    name: 'The group has a purpose in common',
    text: "A purpose says why these people meet, and ties each person's own aim to the others'. It is more than a list of topics, and it belongs to the group once the group has talked it over.",
    ask: 'If I asked each member why we meet, would the answers be cousins?',
    sources: ['S', '23'],
  },
  {
    id: 'group-skill',
    name: 'The worker has skill for the group',
    text: 'Good work with one person at a time is not yet work with a group. It takes further skill to see what happens among people and to help it along. It can be learned, and you are learning it.',
    ask: 'While I listened to one person, what did I see the others do?',
    sources: ['S', '2', '3'],
  },
];
