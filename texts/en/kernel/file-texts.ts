import type { Like } from '../../shape/like.js';
import type { fileTexts as original } from '../../zh/kernel/file-texts.js';

/** Said about files that go with a card. */
export const fileTexts: Like<typeof original> = {
  failed: "I couldn't send this file.",
  askAgain:
    "Please export it again. If that doesn't work, ask an admin to check the bot's file permissions or run genjin report on the server.",
  notYours: 'You no longer have access to this file.',
  onlyPrivate: 'I only send files in private chats. Please export it there.',
  sentPrivately: 'I sent the file to our private chat',
  onlyYou: 'Only you can see it.',
};
