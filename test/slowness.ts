/**
 * What makes a regular expression slow, in words; nothing for one that is linear on every text.
 *
 * scslre knows how backtracking becomes super-linear on a run of one character. Three more ways are looked for here, each
 * rather too often than too seldom: a search that starts anew inside a run that it has read ("you two you two …" for
 * `you two[^.]*talk`), two runs that can trade what stands between them, and a repeated group that can read the same
 * text in two ways. What cannot fail after a run is never read again and is no fault.
 */
import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';
import { type CharSet, isDisjointWith, JS, NFA } from 'refa';
import {
  getConsumedChars,
  isPotentiallyEmpty,
  type ReadonlyFlags,
  toCache,
  toCharSet,
} from 'regexp-ast-analysis';
import { analyse } from 'scslre';

type Element = AST.Element | AST.Alternative | AST.Pattern;

/** The ways in which an expression is slow. */
export function slowness(source: string, flags: string): readonly string[] {
  const literal = new RegExpParser().parseLiteral(`/${source === '' ? '(?:)' : source}/${flags}`);
  const known = analyse({ source, flags }).reports.map(
    ({ type, exponential, ...at }) =>
      `${type}${exponential ? ' (exponential)' : ''} of ${
        'quant' in at ? at.quant.raw : `${at.startQuant.raw} and ${at.endQuant.raw}`
      }`,
  );
  const cache = toCache(literal.flags);
  const more: string[] = [];
  visitRegExpAST(literal, {
    onQuantifierEnter: (run) => {
      if (run.max === Number.POSITIVE_INFINITY && canFailAfter(run, cache)) more.push(...ways(run, cache));
    },
  });
  return [...known, ...more];
}

function ways(run: AST.Quantifier, flags: ReadonlyFlags): readonly string[] {
  const { chars } = getConsumedChars(run, flags);
  const found: string[] = [];
  let reachable = true;
  for (const before of wayTo(run)) {
    for (const other of runsIn(before)) {
      const both = getConsumedChars(other, flags).chars.intersect(chars);
      const apart = between(other, run);
      if (
        !both.isEmpty &&
        apart.every((one) => canRead(one, both, flags)) &&
        canTrade(other, apart, run, flags)
      )
        found.push(`${other.raw} and ${run.raw} trade what they read`);
    }
    if (!canRead(before, chars, flags)) {
      reachable = false;
      break;
    }
  }
  if (reachable && canStartWithin(run, flags)) found.push(`a search starts anew inside ${run.raw}`);
  if (isAmbiguous(run, flags)) found.push(`${run.raw} reads the same in two ways`);
  return found;
}

/** Whether some text that the run reads ends with what comes before the run, or with that and more of the run. */
function canStartWithin(run: AST.Quantifier, flags: ReadonlyFlags): boolean {
  const again = rawOf(run.element);
  const before = wayTo(run).slice().reverse().map(rawOf).join('');
  return !isDisjointWith(automaton(`${again}+`, flags), automaton(`[^]*${before}${again}*`, flags));
}

/** Whether two runs can both read some text, and so can they together with what stands between them. */
function canTrade(
  one: AST.Quantifier,
  apart: readonly AST.Element[],
  other: AST.Quantifier,
  flags: ReadonlyFlags,
): boolean {
  const [first, second] = [rawOf(one.element), rawOf(other.element)];
  const both = NFA.fromIntersection(automaton(`${first}+`, flags), automaton(`${second}+`, flags));
  return !isDisjointWith(both, automaton(`${first}*${apart.map(rawOf).join('')}${second}+`, flags));
}

const rawOf = ({ raw }: AST.Element): string => `(?:${raw})`;

/** What an expression reads, whatever stands around it. */
function automaton(source: string, flags: ReadonlyFlags): NFA {
  const parser = JS.Parser.fromLiteral({ source, flags: flagsOf(flags) });
  const { expression, maxCharacter } = parser.parse({ assertions: 'ignore', backreferences: 'disable' });
  return NFA.fromRegex(expression, { maxCharacter }, { assertions: 'ignore' });
}

/** The elements before one, the nearest first, up to where the expression starts. */
function wayTo(node: AST.Element): readonly AST.Element[] {
  const way: AST.Element[] = [];
  let at: AST.Node | null = node;
  while (at) {
    const { parent }: { parent: AST.Node | null } = at;
    if (parent?.type === 'Alternative')
      way.push(...parent.elements.slice(0, parent.elements.indexOf(at as AST.Element)).reverse());
    at = parent;
  }
  return way;
}

/** What stands between the end of one run and the beginning of a later one. */
function between(first: AST.Element, second: AST.Element): readonly AST.Element[] {
  const before = wayTo(second);
  const stop = before.findIndex((one) => one === first || isWithin(first, one));
  const outside = before.slice(0, stop);
  const inside: AST.Element[] = [];
  for (let at: AST.Node | null = first; at && at !== before[stop]; at = at.parent)
    if (at.parent?.type === 'Alternative')
      inside.push(...at.parent.elements.slice(at.parent.elements.indexOf(at as AST.Element) + 1));
  return [...inside, ...outside];
}

function isWithin(node: AST.Node, outer: AST.Node): boolean {
  for (let at: AST.Node | null = node; at; at = at.parent) if (at === outer) return true;
  return false;
}

/** Whether a node stands within a look ahead or back inside `outer`: what was read there is never given back. */
function isLookedAt(node: AST.Node, outer: AST.Node): boolean {
  for (let at: AST.Node | null = node; at; at = at === outer ? null : at.parent)
    if (at.type === 'Assertion') return true;
  return false;
}

function runsIn(element: AST.Element): readonly AST.Quantifier[] {
  const runs: AST.Quantifier[] = [];
  visitRegExpAST(element, {
    onQuantifierEnter: (one) => {
      if (one.max === Number.POSITIVE_INFINITY && !isLookedAt(one, element)) runs.push(one);
    },
  });
  return runs;
}

/** Whether an element can be passed within a text of these characters alone. */
function canRead(element: Element, chars: CharSet, flags: ReadonlyFlags): boolean {
  switch (element.type) {
    case 'Pattern':
    case 'Group':
    case 'CapturingGroup':
      return element.alternatives.some((one) => canRead(one, chars, flags));
    case 'Alternative':
      return element.elements.every((one) => canRead(one, chars, flags));
    case 'Quantifier':
      return element.min === 0 || canRead(element.element, chars, flags);
    case 'Character':
    case 'CharacterSet':
    case 'CharacterClass':
      return !getConsumedChars(element, flags).chars.isDisjointWith(chars);
    case 'Assertion':
      return canStandIn(element, chars, flags);
    default:
      return true;
  }
}

/** Whether an assertion can hold in the middle of a text of these characters. */
function canStandIn(assertion: AST.Assertion, chars: CharSet, flags: ReadonlyFlags): boolean {
  const wordChars = toCharSet(wordSet, flags);
  switch (assertion.kind) {
    case 'start':
    case 'end':
      return flags.multiline === true && chars.has(10);
    case 'word':
      return assertion.negate || !(chars.isSubsetOf(wordChars) || chars.isDisjointWith(wordChars));
    case 'lookahead':
      return assertion.negate || assertion.alternatives.some((one) => canRead(one, chars, flags));
    case 'lookbehind': {
      if (!assertion.negate) return assertion.alternatives.some((one) => canRead(one, chars, flags));
      const [only, ...rest] = assertion.alternatives;
      if (rest.length > 0 || only!.elements.length !== 1) return true;
      const [element] = only!.elements;
      const single =
        element!.type === 'Character' ||
        element!.type === 'CharacterSet' ||
        element!.type === 'CharacterClass';
      return !single || !chars.isSubsetOf(getConsumedChars(element!, flags).chars);
    }
  }
}

const wordSet = new RegExpParser().parseLiteral('/\\w/').pattern.alternatives[0]!
  .elements[0] as AST.EscapeCharacterSet;

/** Whether what follows a run can fail, so that the run is given back piece by piece and the search goes on elsewhere. */
function canFailAfter(run: AST.Quantifier, flags: ReadonlyFlags): boolean {
  const { chars } = getConsumedChars(run, flags);
  let at: AST.Node | null = run;
  while (at) {
    const { parent }: { parent: AST.Node | null } = at;
    if (parent?.type === 'Assertion') return true;
    if (parent?.type === 'Alternative')
      for (const after of parent.elements.slice(parent.elements.indexOf(at as AST.Element) + 1))
        if (!alwaysHolds(after, run, chars, flags)) return true;
    at = parent;
  }
  return false;
}

function alwaysHolds(after: AST.Element, run: AST.Quantifier, chars: CharSet, flags: ReadonlyFlags): boolean {
  if (after.type !== 'Assertion') return isPotentiallyEmpty(after, flags);
  // At the end of a greedy run no more of its characters follow.
  if (!run.greedy || run.min === 0) return false;
  if (after.kind === 'word') return !after.negate && chars.isSubsetOf(toCharSet(wordSet, flags));
  if (after.kind !== 'lookahead' || !after.negate) return false;
  return after.alternatives.every(
    ({ elements }) => elements.length === 1 && getConsumedChars(elements[0]!, flags).chars.isSubsetOf(chars),
  );
}

/** Whether a repeated group has two ways through one text, so that twice that text has four. */
function isAmbiguous({ element }: AST.Quantifier, flags: ReadonlyFlags): boolean {
  if (element.type !== 'Group' && element.type !== 'CapturingGroup') return false;
  const nfa = automaton(element.raw, flags);
  const { initial, finals } = nfa;
  type State = NFA.ReadonlyNode;
  type Step = { readonly to: State; readonly anew: boolean; readonly on: CharSet };
  const stepsFrom = (state: State): readonly Step[] => [
    ...Array.from(state.out, ([to, on]) => ({ to, on, anew: false })),
    ...(finals.has(state as NFA.Node) ? Array.from(initial.out, ([to, on]) => ({ to, on, anew: true })) : []),
  ];
  const ids = new Map(Array.from(nfa.nodes(), (state, at) => [state as State, at]));
  const seen = new Set<string>();
  const open: (readonly [State, State, boolean])[] = [[initial, initial, false]];
  while (open.length > 0) {
    const [one, other, parted] = open.pop()!;
    for (const left of stepsFrom(one))
      for (const right of stepsFrom(other)) {
        if (left.on.isDisjointWith(right.on)) continue;
        const apart = parted || left.to !== right.to || left.anew !== right.anew;
        if (apart && finals.has(left.to as NFA.Node) && finals.has(right.to as NFA.Node)) return true;
        const key = `${ids.get(left.to)} ${ids.get(right.to)} ${apart}`;
        if (seen.has(key)) continue;
        seen.add(key);
        open.push([left.to, right.to, apart]);
      }
  }
  return false;
}

function flagsOf({ ignoreCase, unicode, multiline, dotAll }: ReadonlyFlags): string {
  return `${ignoreCase ? 'i' : ''}${multiline ? 'm' : ''}${dotAll ? 's' : ''}${unicode ? 'u' : ''}`;
}
