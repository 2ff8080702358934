/** Shapes of talk over a stretch (domain 4.2), by the patterns and strengths that see them. */
export type Shape = 'maypole' | 'hot-seat' | 'round-robin' | 'free-floating';

export const SHAPES: Readonly<Record<string, Shape>> = {
  'maypole-pattern': 'maypole',
  'hot-seat-interview': 'hot-seat',
  'hot-seat-pile-on': 'hot-seat',
  'round-robin-in-discussion': 'round-robin',
  'strength-free-floating': 'free-floating',
};
