/** All that the server does, one feature a file. */
import { lightBulb } from './code-actions.ts';
import type { Feature } from './desk.ts';
import { diagnosing } from './diagnostics.ts';

/** A fresh set for one connection: features keep what they have said. */
export function allFeatures(): readonly Feature[] {
  const diagnostics = diagnosing();
  return [diagnostics, lightBulb(diagnostics.reportOn)];
}
