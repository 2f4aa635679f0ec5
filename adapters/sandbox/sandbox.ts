import type { PlatformInfo } from '../../kernel/chat/adapter.js';

/** A chat platform of our own: a page on this machine where one visitor plays a whole team. */
export const sandbox: PlatformInfo = {
  id: 'sandbox',
  title: { zh: '沙盒', en: 'Sandbox' },
  can: { shows: ['confirm', 'tables', 'dividers', 'images', 'menus', 'styles'], files: true },
};
