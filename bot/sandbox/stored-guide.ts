import type { Guide, GuideState } from '../../adapters/sandbox/room/options.js';
import type { Store } from '../../store/engine/store.js';
import { getSetting, setSetting } from '../../store/running/setting-queries.js';

const guideName = 'sandbox-guide';
const unbegun: GuideState = { done: [], isAway: false };

/** Keeps in the database how far the visitor of the page has come. */
export const storedGuide = (store: Store): Guide => ({
  state: async () => (await getSetting<GuideState>(store.db, guideName)) ?? unbegun,
  set: async (state) => await store.tx((tx) => setSetting(tx, guideName, state)),
});
