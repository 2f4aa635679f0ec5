import type { View } from './entry.js';

/** The address of the page with something changed, such as who the visitor is. */
export function pageAddress(
  view: View,
  change: Partial<Record<'as' | 'in' | 'lang' | 'look', string>>,
): string {
  const query = { as: view.person, in: view.place, lang: view.locale, look: view.look, ...change };
  return `/?${new URLSearchParams(query)}`;
}
