/** All that the server does, one feature a file. */
import { planning } from './agenda.ts';
import { lightBulb } from './code-actions.ts';
import { segmentLens } from './code-lens.ts';
import { suggesting } from './completion.ts';
import type { Feature } from './desk.ts';
import { diagnosing } from './diagnostics.ts';
import { folding } from './folding.ts';
import { formatting } from './formatting.ts';
import { hovering } from './hover.ts';
import { hinting } from './inlay-hints.ts';
import { goingOn } from './next-recording.ts';
import { noting } from './notes.ts';
import { previewing } from './preview.ts';
import { comparing } from './readers.ts';
import { rearranging } from './rearranging.ts';
import { finding } from './references.ts';
import { renaming } from './renaming.ts';
import { growing } from './selection.ts';
import { standing } from './standing.ts';
import { starting } from './starters.ts';
import { outlining } from './symbols.ts';
import { threading } from './threads.ts';
import { colouring } from './tokens.ts';
import { checkingFolders } from './workspace-diagnostics.ts';
import { findingSymbols } from './workspace-symbols.ts';

/** A fresh set for one connection: features keep what they have said. */
export function allFeatures(): readonly Feature[] {
  const diagnostics = diagnosing();
  return [
    diagnostics,
    lightBulb(diagnostics.reportOn),
    outlining,
    folding,
    growing,
    finding,
    renaming,
    rearranging,
    threading(),
    standing,
    starting,
    planning(),
    comparing,
    previewing(diagnostics.reportOn),
    goingOn,
    hovering,
    noting,
    suggesting,
    colouring(),
    hinting,
    segmentLens(diagnostics.reportOn),
    formatting,
    checkingFolders(diagnostics.reportOn),
    findingSymbols(),
  ];
}
