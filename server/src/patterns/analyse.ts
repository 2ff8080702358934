/** The whole flow in one place: text → recording → talk → group → findings. */

import type { Group } from '../group/model.ts';
import { observe } from '../group/observe.ts';
import type { Sliceable, TextEdit } from '../recording/cut.ts';
import type { Recording } from '../recording/model.ts';
import { read, reread } from '../recording/read.ts';
import { type Judgement, judge, type Memory, newMemory, type Settings } from './engine.ts';
import { patterns, strengths } from './registry.ts';

export interface Analysis extends Judgement {
  readonly recording: Recording;
  readonly group: Group;
}

/** A recording under analysis: it remembers what it can use again. One an open document. */
export interface Analyst {
  /** Takes in one edit; `text` is the document after it. Cheap: nothing is judged until `analysis` is asked for. */
  readonly edit: (edit: TextEdit, text: Sliceable) => void;
  readonly reset: (text: string) => void;
  readonly recording: () => Recording;
  /** @param typing a turn is being typed: see `judge` */
  readonly analysis: (settings: Settings, typing?: boolean) => Analysis;
}

/** @param onFault told of a pattern that threw: its id and the error's name, never content */
export function analystOf(text: string, onFault: (id: string, error: unknown) => void = () => {}): Analyst {
  let recording = read(text);
  let memory: Memory = newMemory();
  let last:
    | { readonly recording: Recording; readonly settings: Settings; readonly analysis: Analysis }
    | undefined;
  return {
    edit: (edit, after) => {
      recording = reread(recording, edit, after);
    },
    reset: (whole) => {
      recording = read(whole);
      memory = newMemory();
    },
    recording: () => recording,
    analysis: (settings, typing = false) => {
      if (last?.recording === recording && last.settings === settings && (typing || last.analysis.settled))
        return last.analysis;
      const group = observe(recording, memory.group);
      const judgement = judge(group, patterns, strengths, settings, memory, typing, onFault);
      const analysis: Analysis = { recording, group, ...judgement };
      last = { recording, settings, analysis };
      return analysis;
    },
  };
}

/** Analyses a text once. */
export function analyse(
  text: string,
  settings: Settings,
  onFault?: (id: string, error: unknown) => void,
): Analysis {
  return analystOf(text, onFault).analysis(settings);
}
