import type { Like } from '../../shape/like.js';
import type { bridgeTexts as original } from '../../zh/reports/bridge-texts.js';
import { plural } from '../formats/formats.js';

export const bridgeTexts: Like<typeof original> = {
  bridge: 'What changed',
  chart: 'From then to now',
  opening: 'Opening',
  closing: 'Now',
  part: 'Change',
  deals: 'Deals',
  deal: 'Deal',
  whole: 'All changes',
  open: 'Which ones',
  forecast: 'Forecast',
  parts: {
    new: 'New',
    pulledIn: 'Pulled in',
    grown: 'Grown',
    handedIn: 'Handed in',
    won: 'Won',
    lost: 'Lost',
    slipped: 'Slipped',
    shrunk: 'Shrunk',
    handedAway: 'Handed away',
  },
  said: (from: string, to: string, sign: number, delta: string, why: string) =>
    `Open went from ${from} to ${to}: ${sign === 0 ? 'no change' : `${delta} ${sign > 0 ? 'more' : 'less'}`}${why}.`,
  mostly: (part: string, amount: string) => `, mostly ${part.toLowerCase()} ${amount}`,
  partSaid: (part: string, deals: number, amount: string) => `${part}: ${plural(deals, 'deal')}, ${amount}`,
  alt: (from: string, to: string) => `Each change from ${from} to ${to}`,
  since: (moment: string) => `since ${moment}`,
  window: (date: string) => `of what should close by ${date}, or has no day`,
  line: (parts: string[]) => parts.filter(Boolean).join(' · '),
};
