/** Where people sit in a circle, and the lines between them. Geometry alone; a test holds it to what the eye needs. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Seat extends Point {
  /** Where the name stands: above in the upper half, below in the lower, and away from the lines at the sides. */
  readonly label: Point & { readonly anchor: 'start' | 'middle' | 'end' };
}

export interface Circle {
  readonly width: number;
  readonly height: number;
  readonly centre: Point;
  /** From the centre to each seat. */
  readonly distance: number;
  /** Of a seat. */
  readonly radius: number;
  readonly seats: readonly Seat[];
}

const SEAT = 19;
const SIDE = 84;
const ABOVE = 34;

/** Seats clockwise from the one nearest to the reader, at the same distances; more people make a larger circle. */
export function circleOf(people: number): Circle {
  const distance = Math.max(150, (people * 62) / (2 * Math.PI));
  const width = 2 * (distance + SEAT + SIDE);
  const height = 2 * (distance + SEAT + ABOVE);
  const centre = { x: width / 2, y: height / 2 };
  const seats = Array.from({ length: people }, (_, index): Seat => {
    const turn = Math.PI / 2 + (index * 2 * Math.PI) / Math.max(1, people);
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
    const x = centre.x + distance * cos;
    const y = centre.y + distance * sin;
    const anchor = cos > 0.25 ? 'start' : cos < -0.25 ? 'end' : 'middle';
    const shift = anchor === 'start' ? -SEAT / 2 : anchor === 'end' ? SEAT / 2 : 0;
    return { x, y, label: { x: x + shift, y: sin > 0.01 ? y + SEAT + 19 : y - SEAT - 9, anchor } };
  });
  return { width, height, centre, distance, radius: SEAT, seats };
}

export interface Line {
  /** Of a path. */
  readonly d: string;
  /** Corners of its head. */
  readonly head: readonly [Point, Point, Point];
}

/**
 * A line that bends to one side, so that two in opposite directions stay apart.
 * @param gaps free space at both ends: the radius of what stands there
 */
export function lineOf(
  from: Point,
  to: Point,
  gaps: readonly [number, number],
  bend: number,
  width: number,
): Line {
  const middle = {
    x: (from.x + to.x) / 2 - (to.y - from.y) * bend,
    y: (from.y + to.y) / 2 + (to.x - from.x) * bend,
  };
  const start = towards(from, middle, gaps[0]);
  const tip = towards(to, middle, gaps[1]);
  const length = 7 + 1.6 * width;
  const half = 2.5 + width;
  const back = towards(tip, middle, length);
  const along = direction(back, tip);
  const side = { x: -along.y * half, y: along.x * half };
  return {
    d: `M${pair(start)} Q${pair(middle)} ${pair(towards(tip, middle, length - 1))}`,
    head: [tip, { x: back.x + side.x, y: back.y + side.y }, { x: back.x - side.x, y: back.y - side.y }],
  };
}

/** Turns that make the thickest line, where no pair has more. */
const MANY = 16;

/**
 * How thick a line of so many turns is. Each turn adds less, so that one busy pair does not hide the others; and lines
 * keep their measure while somebody writes, until a pair has very many.
 * @param most turns of the busiest pair
 */
export function thicknessOf(turns: number, most: number): number {
  return 0.9 + 5.6 * Math.sqrt(Math.max(0, turns) / Math.max(MANY, most));
}

/** The bend that keeps a line clear of a round thing, at `centre`, that it would run through. */
export function bendPast(from: Point, to: Point, centre: Point, radius: number, usual: number): number {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const off =
    Math.abs((to.x - from.x) * (from.y - centre.y) - (from.x - centre.x) * (to.y - from.y)) / length;
  return off > radius ? usual : Math.max(usual, (2 * (radius + off)) / length + usual / 2);
}

function towards(from: Point, to: Point, by: number): Point {
  const along = direction(from, to);
  return { x: from.x + along.x * by, y: from.y + along.y * by };
}

function direction(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
}

export function pair({ x, y }: Point): string {
  return `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`;
}
