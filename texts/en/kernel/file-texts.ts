import type { Like } from '../../shape/like.js';
import type { fileTexts as original } from '../../zh/kernel/file-texts.js';

/** Said about files that go with a card. */
export const fileTexts: Like<typeof original> = {
  failed: 'This file could not be sent.',
  askAgain:
    'Please export it again. If it fails again, ask an admin to check the file permissions of the bot, or to run genjin report on its server.',
  notYours: 'You no longer have access to this file.',
  onlyPrivate: 'Files are sent in private chats only. Please export it there.',
  sentPrivately: 'I sent the file to our private chat',
  onlyYou: 'Only you can see it.',
};
