/** First readings of a whole text: ours beside remark's parse alone, turn about in one process, by processor time. */
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { analyse } from '../server/src/patterns/analyse.ts';
import { readSettings } from '../server/src/patterns/settings.ts';
import { processorTimed } from './numbers.ts';

const { settings } = readSettings('all', undefined);

export interface FirstReading {
  readonly ours: readonly number[];
  readonly remark: readonly number[];
  /** Ours over remark's, pair by pair. */
  readonly ratios: readonly number[];
}

/** @param text is changed a little at each turn about, so that nothing remembered serves twice */
export function firstReadings(text: string, times: number): FirstReading {
  const ours: number[] = [];
  const remark: number[] = [];
  const parse = unified().use(remarkParse);
  for (let i = 0; i < times; i++) {
    const fresh = `${text}\n**Ana:** That was number ${i}.\n`;
    const both = [
      () => ours.push(processorTimed(() => analyse(fresh, settings))),
      () => remark.push(processorTimed(() => parse.parse(fresh))),
    ];
    for (const one of i % 2 === 0 ? both : both.reverse()) one();
  }
  return { ours, remark, ratios: ours.map((time, i) => time / remark[i]!) };
}
