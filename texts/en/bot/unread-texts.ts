import type { Like } from '../../shape/like.js';
import type { unreadTexts as original } from '../../zh/bot/unread-texts.js';

const names = {
  picture: { all: 'pictures', one: 'picture' },
  voice: { all: 'voice clips', one: 'voice clip' },
  video: { all: 'videos', one: 'video' },
  file: { all: 'files', one: 'file' },
  location: { all: 'locations', one: 'location' },
  link: { all: 'link cards', one: 'link card' },
  sticker: { all: 'stickers', one: 'sticker' },
  forwarded: { all: 'forwarded chats', one: 'forwarded chat' },
  other: { all: 'messages of this kind', one: 'rest' },
};

/** Said about what people send besides words. */
export const unreadTexts: Like<typeof original> = {
  alone: (kind: keyof typeof names) => `I can't read ${names[kind].all}, so nothing was saved`,
  instead: 'Please type what to log, for example: log Acme call price too high next Wed',
  beside: (kind: keyof typeof names) => `I read the text only. The ${names[kind].one} was not saved.`,
  edited: 'Your edit was not applied',
  correct:
    'I used the message as you first sent it. To correct it, send a new message, for example: no, it was Thursday. To undo it, send: undo',
};
