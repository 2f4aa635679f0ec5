import type { Like } from '../../shape/like.js';
import type { intakeTexts as original } from '../../zh/intake/intake-texts.js';

export const intakeTexts: Like<typeof original> = {
  blank: (field: string) => `"${field}" is blank`,
  noDate: (field: string, cell: string) => `"${field}" is no date: ${cell} (written like 2017-03-01)`,
  noAmount: (field: string, cell: string) => `"${field}" is no amount: ${cell}`,
  noPerson: (field: string, cell: string) => `"${field}" is no colleague: ${cell}`,
  noChoice: (field: string, cell: string, known: string) => `"${field}" has no "${cell}"; one of ${known}`,
  noStage: (cell: string, known: string) => `unknown stage "${cell}"; known are ${known}`,
  noPhone: (cell: string) => `no phone number: ${cell}`,
  closedBefore: (opened: string, closed: string) => `closed on ${closed}, before it was opened on ${opened}`,
  closedUnknown: 'closed, but without a closing date',
  accountMissing: (name: string) => `without an account; kept under "${name}"`,
  undated: (day: string) => `without an opening date; taken as ${day}, the earliest in the file`,
  ownerLeftBlank: (name: string) => `no colleague is called "${name}"; left without an owner`,
  ownerToPool: (name: string) => `no colleague is called "${name}"; put into the pool`,
  ownerUnknown: (name: string) => `"${name}" is not in the list of people; made a rep`,
  emailTaken: (email: string, name: string) => `${email} is already ${name}'s address; left blank`,
  productUnknown: (name: string) => `"${name}" is not in the price list; kept as it is`,
  wonUnpriced: 'won without an amount; counted as 0',
  loseReasonUnknown: (words: string) => `unknown loss reason "${words}"; noted as other`,
  sourceUnknown: (words: string) => `unknown source "${words}"; kept as it is`,
  gradeUnknown: (words: string, known: string) => `unknown grade "${words}"; known are ${known}; left blank`,
  contractEnd: 'contract end',
  sameRow: 'an earlier row has the same number and says otherwise',
  stageWords: {
    first: ['prospecting', 'prospect', 'new', 'open'],
    engaged: ['engaging', 'engaged', 'contacted', 'inprogress'],
    won: ['won', 'closedwon'],
    lost: ['lost', 'closedlost'],
  },
};
