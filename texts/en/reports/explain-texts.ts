import type { Like } from '../../shape/like.js';
import type { explainTexts as original } from '../../zh/reports/explain-texts.js';
import { plural } from '../formats/formats.js';

export const explainTexts: Like<typeof original> = {
  how: 'How it adds up',
  title: (parts: string[]) => parts.filter(Boolean).join(' · '),
  figures: {
    won: 'Won amount',
    newDeals: 'New deals',
    followUps: 'Follow-ups',
    newLeads: 'New leads',
    moved: 'Moves',
    lost: 'Lost deals',
    open: 'Open amount',
    weighted: 'Weighted amount',
    stalled: 'Stalled',
    unanswered: 'Unanswered',
    overdue: 'Overdue tasks',
    conversion: 'Conversion',
    points: 'Points',
    attainment: 'Attainment',
    commit: 'Commit forecast',
    best: 'Best forecast',
    stage: 'Stage forecast',
  },
  sum: (name: string, value: string, count: number) => `${name}: ${value}, of ${plural(count, 'record')}.`,
  none: (name: string, value: string) => `${name}: ${value}; no record counts for it.`,
  share: (name: string, value: string, part: number, whole: number) =>
    `${name}: ${value} = ${part} ÷ ${whole}.`,
  median: (name: string, value: string, count: number) =>
    `${name}: ${value}, the median of ${plural(count, 'record')}.`,
  target: (target: string, percent: string) => `target ${target}, reached ${percent}`,
  noTarget: 'no target was set',
  count: (n: number) => `${n}`,
  points: (n: number) => `${plural(n, 'point')}`,
  columns: {
    no: 'No.',
    customer: 'Customer',
    amount: 'Amount',
    part: 'Counts',
    owner: 'Owner',
    what: 'What',
  },
  rest: (n: number) => `and ${n} more, all counted`,
  unseen: (n: number) => `${plural(n, 'more is', 'more are')} not for you to see, and counted`,
  rule: (rule: string) => `Rule: ${rule}`,
  rules: {
    won: 'deals won in that time, by the amount they were won at; one without an amount counts 0',
    newDeals: 'deals created in that time, 1 each',
    followUps: 'follow-ups of that time, visits among them, 1 each; what was undone is left out',
    newLeads: 'leads created in that time, 1 each',
    moved: 'moves to a later stage in that time, 1 each; moves back and undone ones are left out',
    lost: 'deals lost in that time, 1 each',
    open: 'amounts of the deals open then; one without an amount counts 0',
    weighted: (chances: string) =>
      `amounts of the deals open then × the chance of their stage (${chances}), rounded by stage`,
    stalled: (limits: string) =>
      `more workdays without a follow-up, or in the stage, than the stage allows (${limits})`,
    limit: (name: string, days: number | null, most: number | null) =>
      `${name} ${days === null ? 'not watched' : days}/${most === null ? 'not watched' : most}`,
    unanswered: (minutes: number) =>
      `no first follow-up within ${plural(minutes, 'working minute')} of the handing over`,
    overdue: 'tasks that were past their day and not done then',
    conversion: (label: string, from: string, into: string) =>
      `of the leads and deals created in ${label} that reached ${from}, how many reached ${into} or a later stage; 1: it did, 0: it did not`,
    firstStage: (label: string) => `the leads and deals created in ${label}; all begin here`,
    points: (worth: string) => `times × worth (${worth})`,
    wins: 'deals won in that time, 1 each',
    calls: 'calls of that time, 1 each; what was undone is left out',
    visits: 'visits of that time, 1 each; what was undone is left out',
    response:
      'working minutes from the handing over of the leads of that time to their first follow-up; the median',
    commit: 'what is won + deals that are to close in that time (or name no date) and are called commit',
    best: 'the commit forecast + deals that are called best',
    stage: (chances: string) =>
      `what is won + amounts of the deals of that time × the chance of their stage (${chances})`,
    omitted: 'what is called omitted, or only hangs around, is left out',
  },
  chance: (name: string, percent: number) => `${name} ${percent}%`,
  reached: (name: string) => `reached ${name}`,
  won: 'won',
  minutes: (n: number) => `${n} min`,
  unansweredYet: 'not answered yet',
  pending: 'provisional',
  only: 'This figure is told of a team, not of a person.',
  onlyExample: 'explain open amount East',
  whosePoints: 'Whose points?',
  whosePointsExample: 'explain points @Alice',
  whichStage: 'The conversion of which stage?',
  whichStageExample: 'explain conversion >Proposal',
};
