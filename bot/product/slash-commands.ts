import type { SlashCommand } from '../../kernel/chat/adapter.js';
import { usage } from '../../kernel/command/command.js';
import { locales } from '../../texts/languages.js';
import { registry } from './product.js';

/** Slash commands for the verbs that help lists; rarely used ones are typed. */
export const slashCommands: SlashCommand[] = registry.commands
  .filter((command) => !command.hidden && !command.seldom)
  .map((command) => ({
    slash: command.slash,
    description: locales.map((locale) => command.summary[locale]).join(' · '),
    usage: usage(command, 'en').split(' ').slice(1).join(' '),
  }));
