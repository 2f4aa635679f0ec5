import { slackManifest } from '../../adapters/slack/setup/manifest.js';
import { slashCommands } from '../product/slash-commands.js';
import { CliError, type Terminal } from './terminal.js';

/** `genjin manifest slack`: the file to paste where a Slack app is made. */
export function manifestCommand(
  terminal: Terminal,
  platform: string,
  flags: { prefix?: string; url?: string },
): void {
  if (platform !== 'slack') throw new CliError(`manifest ${platform}: there is one for slack only`);
  const { prefix, url } = flags;
  if (prefix !== undefined && !/^[a-z][a-z0-9]{0,9}$/.test(prefix))
    throw new CliError(`--prefix ${prefix}: up to ten small letters and figures, such as crm`);
  if (url !== undefined && !/^https:\/\/[^/]+\/slack\/events$/.test(url))
    throw new CliError(`--url ${url}: the public address, such as https://crm.example.com/slack/events`);
  terminal.out(`${JSON.stringify(slackManifest({ commands: slashCommands, prefix, url }), null, 2)}\n`);
}
