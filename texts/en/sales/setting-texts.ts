import type { Like } from '../../shape/like.js';
import { term } from '../../shape/term.js';
import type { settingTexts as original } from '../../zh/sales/setting-texts.js';
import { plural } from '../formats/formats.js';

const ofStage =
  (...names: string[]) =>
  (pipeline: string, stage: string) => {
    const [name = '', ...others] = names.map((what) => [pipeline, stage, what].filter(Boolean).join(' '));
    return term(name, ...others);
  };

/** What else people call an alert. */
const formerNames: Record<string, string[]> = {
  'close-date': ['slipped'],
  'moved back': ['stage back'],
  'activity drop': ['falling figures'],
};

/** What the rules of the process file are called in the chat, and how their values are said. */
export const settingTexts: Like<typeof original> = {
  pool: {
    returnAfterDays: term('pool return', 'pool'),
    warnBeforeDays: term('pool warning'),
    dailyClaims: term('daily claim limit', 'daily claims'),
    maxHeld: term('lead limit', 'held at most'),
    maxCustomers: term('customer limit', 'customers at most'),
    dailyViews: term('daily view limit', 'daily views'),
    offerMinutes: term('first claim window', 'first offer'),
    protectDays: term('claim protection'),
    cooldownDays: term('reclaim wait', 'claim again'),
    minLetters: term('minimum note length', 'follow-up letters'),
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
  strategy: term('lead assignment', 'assignment'),
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
    mode: (alert) => term(`${alert} alert`, ...(formerNames[alert] ?? []).map((name) => `${name} alert`)),
    slippedDays: term('close-date alert days', 'slipped days'),
    cutPercent: term('amount cut percent', 'cut percent'),
    bigDealAmount: term('big deal amount'),
    silenceFactor: term('silence factor'),
    fallPercent: term('activity drop percent', 'fall percent'),
    dailyBudget: term('daily alert limit', 'daily alerts'),
    digestAt: term('daily list time', 'list time'),
  },
  raisePercent: term('target increase', 'target raise'),
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
    gate: ofStage('approval', 'gate'),
    name: ofStage('name'),
    stepTask: (pipeline, stage, step) => {
      const said = [pipeline, stage, step].filter(Boolean).join(' ');
      return term(`${said}: who does it`, said, `${said} task`, `${said} owner`);
    },
  },
  stages: (pipeline) => term([pipeline, 'stages'].filter(Boolean).join(' ')),

  never: 'never',
  notWatched: 'no limit',
  unlimited: 'no limit',
  notReassigned: 'never',
  allDay: 'none',
  noGate: 'none',
  noStepTask: 'no task',
  toAll: 'open to everyone at once',
  noContract: 'not checked',
  nothing: ['none'],

  strategies: { roundRobin: 'in turn', leastLoaded: 'fewest leads', weighted: 'by share' },
  modes: { on: 'on', shadow: 'test mode', off: 'off' },
  doers: {
    owner: term('the deal owner', 'owner', 'deal owner', 'rep', 'the rep'),
    manager: term('the manager', 'manager'),
    admin: term('an admin', 'admin'),
  },
  stepTask: (who, days) =>
    days === 0
      ? `${who}, the day the deal enters the stage`
      : `${who}, within ${plural(days, 'workday')} of entering the stage`,
  stepTaskExample: 'Tom Baker 3 days',
  roles: { manager: term('the manager', 'manager'), admin: term('an admin', 'admin') },

  days: (days) => plural(days, 'workday'),
  minutes: (minutes) => plural(minutes, 'minute'),
  percent: (percent) => `${percent}%`,
  gate: (who, isEach, money) =>
    `${isEach ? 'approval by each of ' : 'approval by '}${who}${money && ` from ${money}`}`,
};
