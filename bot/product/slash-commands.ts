import type { SlashCommand } from '../../kernel/chat/adapter.js';
import { usage } from '../../kernel/command/command.js';
import { operatorLocale, wordingsLine } from '../../texts/languages.js';
import { registry } from './product.js';

/** Slash commands for the verbs that help lists; rarely used ones are typed. */
export const slashCommands: SlashCommand[] = registry.commands
  .filter((command) => !command.hidden && !command.seldom)
  .map((command) => ({
    slash: command.slash,
    description: wordingsLine(command.summary),
    usage: usage(command, operatorLocale).split(' ').slice(1).join(' '),
  }));
