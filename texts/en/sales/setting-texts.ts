import type { Like } from '../../shape/like.js';
import { term } from '../../shape/term.js';
import type { settingTexts as original } from '../../zh/sales/setting-texts.js';
import { plural } from '../formats/formats.js';

const ofStage = (what: string) => (pipeline: string, stage: string) =>
  term([pipeline, stage, what].filter(Boolean).join(' '));

/** What the rules of the process file are called in the chat, and how their values are said. */
export const settingTexts: Like<typeof original> = {
  pool: {
    returnAfterDays: term('pool return', 'pool'),
    warnBeforeDays: term('pool warning'),
    dailyClaims: term('daily claims'),
    maxHeld: term('held at most'),
    maxCustomers: term('customers at most'),
    dailyViews: term('daily views'),
    offerMinutes: term('first offer'),
    protectDays: term('claim protection'),
    cooldownDays: term('claim again'),
    minLetters: term('follow-up letters'),
    customerReturn: term('customer return'),
    contractReturn: term('contract return'),
    gradeReturn: (grade) => term(`grade ${grade} return`),
    sourceReturn: (source) => term(`${source} lead return`),
  },
  lead: {
    respondWithinMinutes: term('response time', 'response'),
    remindAfterMinutes: term('response reminder'),
    escalateAfterMinutes: term('response escalation'),
    reassignAfterMinutes: term('reassignment'),
  },
  strategy: term('assignment'),
  stall: {
    days: term('stall days'),
    maxDays: term('stage days'),
    escalateAfterDays: term('stall escalation'),
  },
  clock: {
    reportDay: term('report day'),
    reportTime: term('report time'),
    taskTime: term('task time'),
    quietHours: term('quiet hours', 'quiet'),
    workHours: term('work hours'),
    undoMinutes: term('undo time'),
  },
  alert: {
    mode: (alert) => term(`${alert} alert`),
    slippedDays: term('slipped days'),
    cutPercent: term('cut percent'),
    bigDealAmount: term('big deal amount'),
    silenceFactor: term('silence factor'),
    fallPercent: term('fall percent'),
    dailyBudget: term('daily alerts'),
    digestAt: term('list time'),
  },
  raisePercent: term('target raise'),
  rate: (currency) => term(`${currency} rate`, `rate ${currency}`, `exchange rate ${currency}`),
  lists: {
    sources: term('sources'),
    lossReasons: term('loss reasons'),
    tags: term('tags'),
  },
  stage: {
    steps: ofStage('steps'),
    required: ofStage('required'),
    stallDays: ofStage('stall days'),
    maxDays: ofStage('stage days'),
    probability: ofStage('probability'),
    gate: ofStage('gate'),
  },

  never: 'never',
  notWatched: 'not watched',
  unlimited: 'no limit',
  notReassigned: 'never',
  allDay: 'none',
  noGate: 'none',
  toAll: 'to all at once',
  noContract: 'not looked at',
  nothing: ['none'],

  strategies: { roundRobin: 'in turn', leastLoaded: 'least', weighted: 'by share' },
  modes: { on: 'on', shadow: 'shadow', off: 'off' },
  roles: { manager: term('the manager', 'manager'), admin: term('an admin', 'admin') },

  days: (days) => plural(days, 'workday'),
  minutes: (minutes) => plural(minutes, 'minute'),
  percent: (percent) => `${percent}%`,
  gate: (who, isEach, money) => `${isEach ? 'each of ' : ''}${who} lets in${money && ` from ${money} on`}`,
};
