import type { Like } from '../../shape/like.js';
import type { dispatchTexts as original } from '../../zh/bot/dispatch-texts.js';

export const dispatchTexts: Like<typeof original> = {
  whoTitle: 'What is your name?',
  whoAsk: 'I cannot see it here. Please reply:',
  whoExample: 'call-me Alice',
  outsider: 'Hello. I only work for members of this company.',
  notUnderstood: 'I did not get that',
  setAside: (words: string) =>
    words ? `The question before (${words}) is set aside.` : 'The open question is set aside.',
  takeUp: 'Go on with it',
  takeUpAt: (record: string) => `Put it on ${record}`,
  isMeant: (label) => `Did you mean "${label}"?`,
  moreReports: 'Tap to see the others:',
  whichOne: (said: string) => `"${said}": which one?`,
  stillWaiting: (words: string) =>
    words
      ? `Still open: ${words} (reply "cancel" to drop it)`
      : 'A question is still open (reply "cancel" to drop it)',
  stillMissing: 'One more thing',
  unknownVerb: (word: string) => `"${word}" is not a command.`,
  didYouMean: 'Did you mean:',
  unclear: "I'm not sure what you mean",
  unclearBody: 'Nothing was written. Tell me what to log or whom to look up, or see help.',
  tooMuch: 'Too long to read',
  tooLong: (length: number, most: number) =>
    `That is ${length} characters, and I read at most ${most} at a time. Nothing was written. Please send it in parts.`,
  tooManyLines: (lines: number, most: number) =>
    `That message has ${lines} lines, each an act of its own, and I take at most ${most} at a time. Nothing was written. Please send it in parts, or ask an admin to import a file.`,
  loose: (words: string) => `What do you mean by "${words}"? Nothing was written yet.`,
  looseAs: (label: string, words: string) => `${label}: ${words}`,
  kept: (words: string) => `Your words are kept: ${words}`,
  which: (label: string) => `Which ${label}?`,
  ask: (label: string) => `Still missing: ${label}`,
  askExample: (example: string) => `Just reply, for example: ${example} (reply "cancel" to drop it)`,
  askChoices: 'Tap one, or reply with its number:',
  cancelled: 'Dropped. Nothing was written.',
  nothingToCancel: 'Nothing is waiting for an answer.',
  /** Typed to drop a question, and for yes (no spaces, lower case). */
  cancelWords: ['cancel'],
  yesWords: ['y', 'yes'],
  cancel: 'Cancel',
  help: 'Help',
  example: (line: string) => `For example: ${line}`,
  forbidden: 'Not possible yet',
  denied: 'Not allowed',
  asksOther: (name: string) =>
    `This question is for ${name}, so only ${name} can answer it. Nothing was written.`,
  needsRole: (role: string) => `This takes ${role}.`,
  manager: 'a manager',
  admin: 'an admin',
  rep: 'a colleague',
  viewer: 'a colleague',
  busy: 'Too busy right now',
  busyRetry: 'Nothing was written. Please send it again.',
  bug: 'Something went wrong',
  incident: (id: string) =>
    `Sorry, it was not done and nothing was written. Please give the admin this number: ${id}.`,
  staleElsewhere: (record: string) =>
    `${record} has changed meanwhile, so nothing was done. To see it now, say ${record}.`,
  chooseFirst: 'Pick an option in the list first, then tap the button. Nothing was saved.',
  offerTaken: 'This was done already. I didn’t do it again.',
  offerTakenBack: 'That entry was undone or corrected, so this button no longer applies. Nothing was saved.',
  stale: (record: string) => `${record} has changed. This is how it is now:`,
  staleUnnumbered: (record: string) =>
    `Somebody has just changed ${record}, so nothing was done. Please look again and retry.`,
  gone: 'What this button belongs to is no longer there.',
  inactive: 'Your account is switched off. Please ask an admin.',
  submit: 'Submit',
};
