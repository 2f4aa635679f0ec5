import type { Like } from '../../shape/like.js';
import type { onboardingTexts as original } from '../../zh/crm/onboarding-texts.js';
import { plural } from '../formats/formats.js';

export const onboardingTexts: Like<typeof original> = {
  title: (who: string) => `Getting started · ${who}`,
  newcomers: 'Getting started: new reps',
  progress: (done: number, all: number) =>
    done === all
      ? `All ${plural(all, 'step')} done. Welcome aboard!`
      : `${done} of ${plural(all, 'step')} done.`,
  next: (label: string) => `Next: ${label}`,
  nobody: 'Nobody has joined in the last six months.',
  count: (n: number) => `${plural(n, 'new rep')}:`,
  line: (who: string, done: number, all: number, next: string) =>
    `${who} ${done}/${all}${next ? ` · next: ${next}` : ' · done'}`,
  notYours: 'You can see your own steps and those of new reps on your teams.',
  welcome: 'Welcome! A few quick steps to get you started.',
  haveRead: "I've read it",
  how: 'Articles tagged #onboarding by a manager show up here',
  name: 'Tell me your name',
  read: (title: string) => `Read "${title}"`,
  lead: 'Add your first lead',
  log: 'Log a follow-up with a next step date',
  move: 'Move a deal to the next stage',
  today: "Check today's list",
  ask: 'Ask a question',
  pathTags: ['onboarding', 'onboard'],
};
