import type { SlashCommand } from '../../adapters/slack/setup/manifest.js';
import { usage } from '../../kernel/command/command.js';
import { operatorLocale, sideBySide } from '../../texts/languages.js';
import { registry } from './product.js';

/** The verbs that help lists, as slash commands; those seldom said are left to the whole grammar. */
export const slashCommands: SlashCommand[] = registry.commands
  .filter((command) => !command.hidden && !command.seldom)
  .map((command) => ({
    slash: command.slash,
    description: sideBySide(command.summary),
    usage: usage(command, operatorLocale).split(' ').slice(1).join(' '),
  }));
