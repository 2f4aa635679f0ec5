import { adapters } from '../platforms/adapters.js';
import { slashCommands } from '../product/slash-commands.js';
import { CliError, type Terminal } from './terminal.js';

const withManifest = adapters.filter(({ manifest }) => manifest !== undefined);

/** The platforms that have a manifest. */
export const manifestPlatforms: readonly string[] = withManifest.map(({ id }) => id);

/** `genjin manifest slack`: the file to paste where an app is made. */
export function manifestCommand(
  terminal: Terminal,
  platform: string,
  flags: { prefix?: string; url?: string },
): void {
  const adapter = withManifest.find(({ id }) => id === platform);
  if (!adapter)
    throw new CliError(`manifest ${platform}: there is one for ${manifestPlatforms.join(', ')} only`);
  const { prefix, url } = flags;
  if (prefix !== undefined && !/^[a-z][a-z0-9]{0,9}$/.test(prefix))
    throw new CliError(`--prefix ${prefix}: up to ten small letters and figures, such as crm`);
  const path = `/${platform}/events`;
  if (url !== undefined && !(/^https:\/\/[^/]+\//.test(url) && url.replace(/^https:\/\/[^/]+/, '') === path))
    throw new CliError(`--url ${url}: the public address, such as https://crm.example.com${path}`);
  terminal.out(`${JSON.stringify(adapter.manifest?.({ commands: slashCommands, prefix, url }), null, 2)}\n`);
}
