import type { Like } from '../../shape/like.js';
import type { intakeTexts as original } from '../../zh/intake/intake-texts.js';

export const intakeTexts: Like<typeof original> = {
  blank: (field: string) => `"${field}" is blank`,
  noDate: (field: string, cell: string) => `"${field}" isn't a date: ${cell} (use the format 2017-03-01)`,
  noAmount: (field: string, cell: string) => `"${field}" isn't an amount: ${cell}`,
  noPerson: (field: string, cell: string) => `"${field}" isn't a teammate: ${cell}`,
  noChoice: (field: string, cell: string, known: string) =>
    `"${field}" doesn't allow "${cell}" (options: ${known})`,
  noStage: (cell: string, known: string) => `unknown stage "${cell}" (stages: ${known})`,
  noPhone: (cell: string) => `not a phone number: ${cell}`,
  closedBefore: (opened: string, closed: string) => `closed on ${closed}, before it was created on ${opened}`,
  closedUnknown: 'closed, but has no close date',
  accountMissing: (name: string) => `no account, imported under "${name}"`,
  undated: (day: string) => `no created date, set to ${day} (the earliest in the file)`,
  ownerLeftBlank: (name: string) => `no teammate called "${name}", imported without an owner`,
  ownerToPool: (name: string) => `no teammate called "${name}", imported to the pool`,
  ownerUnknown: (name: string) => `"${name}" isn't in the people list, added as a rep`,
  emailTaken: (email: string, name: string) => `${email} already belongs to ${name}, left blank`,
  productUnknown: (name: string) => `"${name}" isn't in the price list, imported as is`,
  wonUnpriced: 'won without an amount, counted as 0',
  loseReasonUnknown: (words: string) => `unknown loss reason "${words}", imported as other`,
  sourceUnknown: (words: string) => `unknown source "${words}", imported as is`,
  gradeUnknown: (words: string, known: string) => `unknown grade "${words}" (grades: ${known}), left blank`,
  contractEnd: 'contract end',
  sameRow: 'conflicts with an earlier row that has the same number',
  stageWords: {
    first: ['prospecting', 'prospect', 'new', 'open'],
    engaged: ['engaging', 'engaged', 'contacted', 'inprogress'],
    won: ['won', 'closedwon'],
    lost: ['lost', 'closedlost'],
  },
};
