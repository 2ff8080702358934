/** The vocabulary of the theory, as types. The texts about each term stand beside this file. */

export type Dynamic = 'SD' | 'DP' | 'TA' | 'SB' | 'MS' | 'MD' | 'IP' | 'RE' | 'SN';

/** A group-specific skill, by the id of its entry in `skills.ts`. */
export type SkillId =
  | 'thinking-group'
  | 'scanning'
  | 'redirecting'
  | 'turning-back'
  | 'reaching-for-feeling-link'
  | 'reaching-for-information-link'
  | 'amplifying'
  | 'inviting-participation'
  | 'reaching-for-consensus'
  | 'reaching-for-difference'
  | 'verbalising-norms'
  | 'voicing-achievements'
  | 'preserving-history'
  | 'reframing-common-ground'
  | 'connecting'
  | 'differentiating'
  | 'mediating'
  | 'exercising-silence'
  | 'backing-out'
  | 'naming-taboo'
  | 'asking-permission'
  | 'making-room'
  | 'backing-demand'
  | 'exploring-before-solving'
  | 'proposing-rehearsal'
  | 'voicing-shared-grievance'
  | 'owning-a-slip'
  | 'stating-purpose'
  | 'using-time'
  | 'bridging-newcomer'
  | 'dividing-the-group'
  | 'limits-of-confidentiality'
  | 'recording-craft';
