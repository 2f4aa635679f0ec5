import type { Like } from '../../shape/like.js';
import type { dispatchTexts as original } from '../../zh/bot/dispatch-texts.js';

export const dispatchTexts: Like<typeof original> = {
  whoTitle: "What's your name?",
  whoAsk: "I can't see it here. Please reply like this:",
  whoExample: 'call-me Alice',
  outsider: 'Hi! I only work with members of this company.',
  notUnderstood: "I didn't get that",
  setAside: (words: string) =>
    words ? `I've set aside the earlier question (${words}).` : "I've set aside the earlier question.",
  takeUp: 'Go back to it',
  takeUpAt: (record: string) => `Use it for ${record}`,
  isMeant: (label) => `Did you mean "${label}"?`,
  moreReports: 'Tap to see the others:',
  whichOne: (said: string) => `"${said}": which one?`,
  stillWaiting: (words: string) =>
    words
      ? `I'm still waiting for: ${words} (reply "cancel" to drop it)`
      : 'I\'m still waiting for an answer (reply "cancel" to drop it)',
  stillMissing: 'One more thing',
  unknownVerb: (word: string) => `I don't know a command called "${word}".`,
  didYouMean: 'Did you mean:',
  unclear: "I'm not sure what you mean",
  unclearBody: 'Nothing was saved. Tell me what to log or look up, or type "help".',
  tooMuch: 'Too long to read',
  tooLong: (length: number, most: number) =>
    `That's ${length} characters, and I can read up to ${most} at a time. Nothing was saved. Please send it in parts.`,
  tooManyLines: (lines: number, most: number) =>
    `That's ${lines} entries, and I can take up to ${most} at a time. Nothing was saved. Please send them in parts, or ask an admin to import a file.`,
  loose: (words: string) => `What does "${words}" mean? Nothing is saved yet.`,
  looseAs: (label: string, words: string) => `${label}: ${words}`,
  kept: (words: string) => `I've kept your message: ${words}`,
  which: (label: string) => `Which ${label}?`,
  ask: (label: string) => `What's the ${label}?`,
  askExample: (example: string) => `For example: ${example} (or reply "cancel")`,
  askChoices: 'Tap one or reply with its number:',
  cancelled: 'Canceled. Nothing was saved.',
  nothingToCancel: "There's no open question right now.",
  /** Typed to drop a question, and for yes (no spaces, lower case). */
  cancelWords: ['cancel'],
  yesWords: ['y', 'yes'],
  cancel: 'Cancel',
  help: 'Help',
  example: (line: string) => `For example: ${line}`,
  forbidden: "That's not possible yet",
  denied: "You can't do that",
  asksOther: (name: string) =>
    `This question is for ${name}, so only ${name} can answer it. Nothing was saved.`,
  needsRole: (role: string) => `Only ${role} can do this.`,
  manager: 'managers',
  admin: 'admins',
  rep: 'reps',
  viewer: 'team members',
  busy: "I'm busy right now",
  busyRetry: 'Nothing was saved. Please send it again.',
  bug: 'Something went wrong',
  incident: (id: string) => `Sorry about that. Nothing was saved. Please give your admin this number: ${id}.`,
  staleElsewhere: (record: string) =>
    `${record} has changed since, so nothing was done. Type ${record} to see it now.`,
  chooseFirst: 'Pick an option in the list first, then tap the button. Nothing was saved.',
  offerTaken: "This was already done, so I didn't do it again.",
  offerTakenBack: 'That entry was undone or corrected, so this button no longer applies. Nothing was saved.',
  stale: (record: string) => `${record} has changed. Here's the latest:`,
  staleUnnumbered: (record: string) =>
    `Someone just changed ${record}, so nothing was done. Check it and try again.`,
  gone: 'The record behind this button no longer exists.',
  inactive: 'Your account is deactivated. Please ask an admin.',
  submit: 'Submit',
};
