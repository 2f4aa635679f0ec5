import type { SlashCommand } from '../../adapters/slack/manifest.js';
import { usage } from '../../kernel/command/command.js';
import { registry } from './product.js';

/** Slash commands for the verbs that help lists; rarely used ones are typed. */
export const slashCommands: SlashCommand[] = registry.commands
  .filter((command) => !command.hidden && !command.seldom)
  .map((command) => ({
    slash: command.slash,
    description: `${command.summary.zh} · ${command.summary.en}`,
    usage: usage(command, 'en').split(' ').slice(1).join(' '),
  }));
