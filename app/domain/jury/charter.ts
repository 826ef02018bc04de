/** The engagements of the charter, in order; their words are `jury.charter.points.*`. */
export const CHARTER_POINTS = [
  'independence',
  'interests',
  'secrecy',
  'reading',
  'reasons',
  'publication',
] as const
