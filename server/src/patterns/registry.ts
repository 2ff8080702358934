/** All patterns and strengths. Made by `npm run generate` from the files beside this one; not to be edited by hand. */
import type { Pattern, Strength } from './model.ts';
import { pattern as adviceInDisguise } from './advice-in-disguise.ts';
import { pattern as adviceVolleyUnchecked } from './advice-volley-unchecked.ts';
import { pattern as coWorkerDuet } from './co-worker-duet.ts';
import { pattern as conflictSmoothed } from './conflict-smoothed.ts';
import { pattern as evaluatorPraise } from './evaluator-praise.ts';
import { pattern as hotSeatInterview } from './hot-seat-interview.ts';
import { pattern as interviewChain } from './interview-chain.ts';
import { pattern as introductionsUnconnected } from './introductions-unconnected.ts';
import { pattern as lectureBlock } from './lecture-block.ts';
import { pattern as maypolePattern } from './maypole-pattern.ts';
import { pattern as minimisingUniversal } from './minimising-universal.ts';
import { pattern as missedDifference } from './missed-difference.ts';
import { pattern as missedMutualDemand } from './missed-mutual-demand.ts';
import { pattern as missedMutualSupport } from './missed-mutual-support.ts';
import { pattern as missedSameBoat } from './missed-same-boat.ts';
import { pattern as missedTabooOpening } from './missed-taboo-opening.ts';
import { pattern as oneOfTheGang } from './one-of-the-gang.ts';
import { pattern as permissionGrantedForGroup } from './permission-granted-for-group.ts';
import { pattern as prematureReassurance } from './premature-reassurance.ts';
import { pattern as problemNotWidened } from './problem-not-widened.ts';
import { pattern as purposeAsContent } from './purpose-as-content.ts';
import { pattern as purposeNotStated } from './purpose-not-stated.ts';
import { pattern as purposeWithoutFeedback } from './purpose-without-feedback.ts';
import { pattern as rescueFromDiscomfort } from './rescue-from-discomfort.ts';
import { pattern as roundRobinInDiscussion } from './round-robin-in-discussion.ts';
import { pattern as serialCasework } from './serial-casework.ts';
import { pattern as silenceFilled } from './silence-filled.ts';
import { pattern as speakingForTheGroup } from './speaking-for-the-group.ts';
import { pattern as whyChallenge } from './why-challenge.ts';
import { pattern as workerAdvice } from './worker-advice.ts';
import { pattern as workerAnswersFirst } from './worker-answers-first.ts';
import { pattern as workerDecides } from './worker-decides.ts';
import { strength as strengthFreeFloating } from './strength-free-floating.ts';
import { strength as strengthLink } from './strength-link.ts';
import { strength as strengthRedirect } from './strength-redirect.ts';
import { strength as strengthWaited } from './strength-waited.ts';

export const patterns: readonly Pattern[] = [
  adviceInDisguise,
  adviceVolleyUnchecked,
  coWorkerDuet,
  conflictSmoothed,
  evaluatorPraise,
  hotSeatInterview,
  interviewChain,
  introductionsUnconnected,
  lectureBlock,
  maypolePattern,
  minimisingUniversal,
  missedDifference,
  missedMutualDemand,
  missedMutualSupport,
  missedSameBoat,
  missedTabooOpening,
  oneOfTheGang,
  permissionGrantedForGroup,
  prematureReassurance,
  problemNotWidened,
  purposeAsContent,
  purposeNotStated,
  purposeWithoutFeedback,
  rescueFromDiscomfort,
  roundRobinInDiscussion,
  serialCasework,
  silenceFilled,
  speakingForTheGroup,
  whyChallenge,
  workerAdvice,
  workerAnswersFirst,
  workerDecides,
];

export const strengths: readonly Strength[] = [
  strengthFreeFloating,
  strengthLink,
  strengthRedirect,
  strengthWaited,
];
