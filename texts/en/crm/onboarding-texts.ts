import type { Like } from '../../shape/like.js';
import type { onboardingTexts as original } from '../../zh/crm/onboarding-texts.js';
import { plural } from '../formats/formats.js';

export const onboardingTexts: Like<typeof original> = {
  title: (who: string) => `First steps · ${who}`,
  newcomers: 'First steps of new reps',
  progress: (done: number, all: number) =>
    done === all ? `All ${plural(all, 'step')} done: welcome!` : `${done} of ${all} steps are done.`,
  next: (label: string) => `Next: ${label}`,
  nobody: 'Nobody has joined in the last half year.',
  count: (n: number) => `${plural(n, 'new rep')}:`,
  line: (who: string, done: number, all: number, next: string) =>
    `${who} ${done}/${all}${next ? ` · next: ${next}` : ' · done'}`,
  notYours: 'You can look at your own steps, and at those of new reps in your teams.',
  welcome: 'Welcome! A few steps, and you know your way around.',
  haveRead: 'I have read it',
  how: 'What a manager tags #onboarding shows up here',
  name: 'Tell me your name',
  read: (title: string) => `Read "${title}"`,
  lead: 'Note your first lead',
  log: 'Log a follow-up with the date of the next step',
  move: 'Move a deal on',
  today: "Look at today's list",
  ask: 'Ask a question',
  pathTags: ['onboarding', 'onboard'],
};
