import type { PlatformInfo } from '../../kernel/chat/adapter.js';
import { inEachLanguage } from '../../texts/languages.js';

/** A chat platform of our own: a page on this machine where one visitor plays a whole team. */
export const sandbox: PlatformInfo = {
  id: 'sandbox',
  title: inEachLanguage((t) => t.page.platform),
  can: {
    shows: ['confirm', 'tables', 'dividers', 'images', 'menus', 'styles'],
    asides: true,
    members: 'team',
    files: 'linked',
  },
};
