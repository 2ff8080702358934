/** Beginnings for a supervisor's comment on a line: what the findings there ask, then stage, praise and skills. */

import { skills } from '../practice/skills.ts';
import { stageOf, stages } from '../practice/stages.ts';
import { praiseStarters, skillStarters, stageStarters } from '../practice/starters.ts';
import type { SkillId } from '../practice/terms.ts';
import { rangeOf } from '../recording/model.ts';
import { extentOf } from '../recording/threads.ts';
import type { Feature } from './desk.ts';

/** Client → server request; an empty list for a recording that is not open. */
export const STARTERS = 'processRecording/starters';
export interface StartersRequest {
  readonly uri: string;
  /** From zero. */
  readonly line: number;
}
export interface Starter {
  readonly about: 'finding' | 'praise' | 'stage' | 'skill';
  /** Of the pattern, the stage or the skill. */
  readonly name: string;
  readonly kind: 'supervisor' | 'praise';
  readonly text: string;
}

export const starting: Feature = {
  serve: (desk) => {
    desk.connection.onRequest<readonly Starter[], void>(STARTERS, ({ uri, line }: StartersRequest) => {
      const open = desk.recordingAt(uri);
      if (!open) return [];
      const { recording, findings, strengths } = desk.analysisOf(open);
      const offset = open.text.offsetAt({ line: line + 1, character: 0 }) - 1;
      const at = recording.turns.findLastIndex((turn) => rangeOf(turn.label).start <= offset);
      const here =
        at >= 0 && extentOf(recording.turns[at]!).end >= open.text.offsetAt({ line, character: 0 });
      const asked = findings
        .filter((finding) => here && finding.at <= at && finding.to >= at)
        .map(
          ({ pattern: { name, question } }) =>
            ({ about: 'finding', name, kind: 'supervisor', text: question }) as const,
        );
      const seen = strengths
        .filter((one) => here && one.at <= at && one.to >= at)
        .map(
          ({ strength, says }) =>
            ({
              about: 'praise',
              name: strength.name,
              kind: 'praise',
              text: `Worth keeping: ${says}.`,
            }) as const,
        );
      const stage = stageOf(recording.header.session, recording.header.of, recording.header.type);
      return [
        ...asked,
        ...seen,
        ...praiseStarters.map((text) => ({ about: 'praise', name: '', kind: 'praise', text }) as const),
        ...(stage ? stageStarters[stage] : []).map(
          (text) => ({ about: 'stage', name: stages[stage!].name, kind: 'supervisor', text }) as const,
        ),
        ...(Object.keys(skillStarters) as SkillId[]).map(
          (id) =>
            ({ about: 'skill', name: skills[id].name, kind: 'supervisor', text: skillStarters[id] }) as const,
        ),
      ];
    });
  },
};
