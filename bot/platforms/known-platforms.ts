import { sandbox } from '../../adapters/sandbox/sandbox.js';
import type { PlatformInfo, Platforms } from '../../kernel/chat/adapter.js';
import { sameInEach } from '../../texts/languages.js';
import { adapters } from './adapters.js';

/** The sandbox and these platforms, as commands look them up. */
export function platformsWith(platforms: readonly PlatformInfo[] = adapters): Platforms {
  const all = [sandbox, ...platforms];
  return {
    all,
    of: (id) => all.find((one) => one.id === id) ?? { id, title: sameInEach(id), can: { shows: [] } },
  };
}

export const knownPlatforms = platformsWith();
