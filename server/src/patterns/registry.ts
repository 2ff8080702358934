/** All patterns and strengths. Made by `npm run generate` from the files beside this one; not to be edited by hand. */
import { pattern as absenceOrDepartureUnmarked } from './absence-or-departure-unmarked.ts';
import { pattern as achievementPassedOver } from './achievement-passed-over.ts';
import { pattern as adviceInDisguise } from './advice-in-disguise.ts';
import { pattern as adviceVolleyUnchecked } from './advice-volley-unchecked.ts';
import { pattern as agendaControlledTalk } from './agenda-controlled-talk.ts';
import { pattern as breachNotBroughtToGroup } from './breach-not-brought-to-group.ts';
import { pattern as challengeToWorkerDeflected } from './challenge-to-worker-deflected.ts';
import { pattern as coWorkerDuet } from './co-worker-duet.ts';
import { pattern as confidentialityNotRaised } from './confidentiality-not-raised.ts';
import { pattern as confidentialityOverpromised } from './confidentiality-overpromised.ts';
import { pattern as conflictSmoothed } from './conflict-smoothed.ts';
import { pattern as conflictTakenOutside } from './conflict-taken-outside.ts';
import { pattern as contextMissing } from './context-missing.ts';
import { pattern as curriculumOverLiveMaterial } from './curriculum-over-live-material.ts';
import { pattern as depthBeforeSafety } from './depth-before-safety.ts';
import { pattern as endingUnspoken } from './ending-unspoken.ts';
import { pattern as evaluationByWorker } from './evaluation-by-worker.ts';
import { pattern as evaluatorPraise } from './evaluator-praise.ts';
import { pattern as feelingsNotOwn } from './feelings-not-own.ts';
import { pattern as fullNameInRecording } from './full-name-in-recording.ts';
import { pattern as hotSeatInterview } from './hot-seat-interview.ts';
import { pattern as hotSeatPileOn } from './hot-seat-pile-on.ts';
import { pattern as identifierInRecording } from './identifier-in-recording.ts';
import { pattern as interviewChain } from './interview-chain.ts';
import { pattern as introductionsUnconnected } from './introductions-unconnected.ts';
import { pattern as labelInDialogue } from './label-in-dialogue.ts';
import { pattern as laissezFaire } from './laissez-faire.ts';
import { pattern as lateDisclosureBrushedOff } from './late-disclosure-brushed-off.ts';
import { pattern as lectureBlock } from './lecture-block.ts';
import { pattern as maypolePattern } from './maypole-pattern.ts';
import { pattern as minimisingUniversal } from './minimising-universal.ts';
import { pattern as missedDifference } from './missed-difference.ts';
import { pattern as missedMutualDemand } from './missed-mutual-demand.ts';
import { pattern as missedMutualSupport } from './missed-mutual-support.ts';
import { pattern as missedRehearsal } from './missed-rehearsal.ts';
import { pattern as missedSameBoat } from './missed-same-boat.ts';
import { pattern as missedSharingData } from './missed-sharing-data.ts';
import { pattern as missedStrengthInNumbers } from './missed-strength-in-numbers.ts';
import { pattern as missedTabooOpening } from './missed-taboo-opening.ts';
import type { Pattern, Strength } from './model.ts';
import { pattern as monopolyUnattended } from './monopoly-unattended.ts';
import { pattern as newcomerUnbridged } from './newcomer-unbridged.ts';
import { pattern as noBridgeFromLastSession } from './no-bridge-from-last-session.ts';
import { pattern as noDoOver } from './no-do-over.ts';
import { pattern as oneOfTheGang } from './one-of-the-gang.ts';
import { pattern as oppressiveRemarkUnaddressed } from './oppressive-remark-unaddressed.ts';
import { pattern as permissionGrantedForGroup } from './permission-granted-for-group.ts';
import { pattern as permissionLoop } from './permission-loop.ts';
import { pattern as prematureReassurance } from './premature-reassurance.ts';
import { pattern as problemNotWidened } from './problem-not-widened.ts';
import { pattern as purposeAsContent } from './purpose-as-content.ts';
import { pattern as purposeNotStated } from './purpose-not-stated.ts';
import { pattern as purposeWithoutFeedback } from './purpose-without-feedback.ts';
import { pattern as quietVoiceDropped } from './quiet-voice-dropped.ts';
import { pattern as reflectingOneByOne } from './reflecting-one-by-one.ts';
import { pattern as reportToWorker } from './report-to-worker.ts';
import { pattern as rescueFromDiscomfort } from './rescue-from-discomfort.ts';
import { pattern as roundRobinInDiscussion } from './round-robin-in-discussion.ts';
import { pattern as rulesByDecree } from './rules-by-decree.ts';
import { pattern as scapegoatRescuedByScolding } from './scapegoat-rescued-by-scolding.ts';
import { pattern as serialCasework } from './serial-casework.ts';
import { pattern as shortTermClockUnspoken } from './short-term-clock-unspoken.ts';
import { pattern as silenceFilled } from './silence-filled.ts';
import { pattern as singleSessionContentFirst } from './single-session-content-first.ts';
import { pattern as singleSessionNoHarvest } from './single-session-no-harvest.ts';
import { pattern as skillClaimedNotShown } from './skill-claimed-not-shown.ts';
import { pattern as speakingForTheGroup } from './speaking-for-the-group.ts';
import { strength as strengthDifferenceHeld } from './strength-difference-held.ts';
import { strength as strengthFreeFloating } from './strength-free-floating.ts';
import { strength as strengthGroupCredit } from './strength-group-credit.ts';
import { strength as strengthGroupDecides } from './strength-group-decides.ts';
import { strength as strengthLink } from './strength-link.ts';
import { strength as strengthMemberToMemberDemand } from './strength-member-to-member-demand.ts';
import { strength as strengthRedirect } from './strength-redirect.ts';
import { strength as strengthRepair } from './strength-repair.ts';
import { strength as strengthTurnedBack } from './strength-turned-back.ts';
import { strength as strengthWaited } from './strength-waited.ts';
import { pattern as subtleCuePassed } from './subtle-cue-passed.ts';
import { pattern as summaryAtKeyMoment } from './summary-at-key-moment.ts';
import { pattern as targetedMemberToTeach } from './targeted-member-to-teach.ts';
import { pattern as unattributedSpeech } from './unattributed-speech.ts';
import { pattern as veryLargePlenaryOnly } from './very-large-plenary-only.ts';
import { pattern as voteWithoutThinking } from './vote-without-thinking.ts';
import { pattern as whyChallenge } from './why-challenge.ts';
import { pattern as workerAdvice } from './worker-advice.ts';
import { pattern as workerAnswersFirst } from './worker-answers-first.ts';
import { pattern as workerAsJudge } from './worker-as-judge.ts';
import { pattern as workerDecides } from './worker-decides.ts';
import { pattern as workerOnlyRecord } from './worker-only-record.ts';

export const patterns: readonly Pattern[] = [
  absenceOrDepartureUnmarked,
  achievementPassedOver,
  adviceInDisguise,
  adviceVolleyUnchecked,
  agendaControlledTalk,
  breachNotBroughtToGroup,
  challengeToWorkerDeflected,
  coWorkerDuet,
  confidentialityNotRaised,
  confidentialityOverpromised,
  conflictSmoothed,
  conflictTakenOutside,
  contextMissing,
  curriculumOverLiveMaterial,
  depthBeforeSafety,
  endingUnspoken,
  evaluationByWorker,
  evaluatorPraise,
  feelingsNotOwn,
  fullNameInRecording,
  hotSeatInterview,
  hotSeatPileOn,
  identifierInRecording,
  interviewChain,
  introductionsUnconnected,
  labelInDialogue,
  laissezFaire,
  lateDisclosureBrushedOff,
  lectureBlock,
  maypolePattern,
  minimisingUniversal,
  missedDifference,
  missedMutualDemand,
  missedMutualSupport,
  missedRehearsal,
  missedSameBoat,
  missedSharingData,
  missedStrengthInNumbers,
  missedTabooOpening,
  monopolyUnattended,
  newcomerUnbridged,
  noBridgeFromLastSession,
  noDoOver,
  oneOfTheGang,
  oppressiveRemarkUnaddressed,
  permissionGrantedForGroup,
  permissionLoop,
  prematureReassurance,
  problemNotWidened,
  purposeAsContent,
  purposeNotStated,
  purposeWithoutFeedback,
  quietVoiceDropped,
  reflectingOneByOne,
  reportToWorker,
  rescueFromDiscomfort,
  roundRobinInDiscussion,
  rulesByDecree,
  scapegoatRescuedByScolding,
  serialCasework,
  shortTermClockUnspoken,
  silenceFilled,
  singleSessionContentFirst,
  singleSessionNoHarvest,
  skillClaimedNotShown,
  speakingForTheGroup,
  subtleCuePassed,
  summaryAtKeyMoment,
  targetedMemberToTeach,
  unattributedSpeech,
  veryLargePlenaryOnly,
  voteWithoutThinking,
  whyChallenge,
  workerAdvice,
  workerAnswersFirst,
  workerAsJudge,
  workerDecides,
  workerOnlyRecord,
];

export const strengths: readonly Strength[] = [
  strengthDifferenceHeld,
  strengthFreeFloating,
  strengthGroupCredit,
  strengthGroupDecides,
  strengthLink,
  strengthMemberToMemberDemand,
  strengthRedirect,
  strengthRepair,
  strengthTurnedBack,
  strengthWaited,
];
