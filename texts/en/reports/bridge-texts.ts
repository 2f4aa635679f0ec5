import type { Like } from '../../shape/like.js';
import type { bridgeTexts as original } from '../../zh/reports/bridge-texts.js';
import { plural } from '../formats/formats.js';

export const bridgeTexts: Like<typeof original> = {
  bridge: 'Pipeline changes',
  chart: 'From opening to now',
  opening: 'Opening',
  closing: 'Now',
  part: 'Change',
  deals: 'Deals',
  deal: 'Deal',
  whole: 'All changes',
  open: 'Show deals',
  forecast: 'Forecast',
  parts: {
    new: 'New',
    pulledIn: 'Pulled in',
    grown: 'Increased',
    handedIn: 'Transferred in',
    won: 'Won',
    lost: 'Lost',
    slipped: 'Pushed out',
    shrunk: 'Decreased',
    handedAway: 'Transferred out',
  },
  said: (from: string, to: string, sign: number, delta: string, why: string) =>
    `Open pipeline ${sign === 0 ? `is unchanged at ${to}` : `went from ${from} to ${to} (${sign > 0 ? 'up' : 'down'} ${delta})`}${why}.`,
  mostly: (part: string, amount: string) => `, mostly ${part.toLowerCase()} ${amount}`,
  partSaid: (part: string, deals: number, amount: string) => `${part}: ${plural(deals, 'deal')}, ${amount}`,
  alt: (from: string, to: string) => `Waterfall chart of changes from ${from} to ${to}`,
  since: (moment: string) => `since ${moment}`,
  window: (date: string) => `deals due to close by ${date} or without a close date`,
  line: (parts: string[]) => parts.filter(Boolean).join(' · '),
};
