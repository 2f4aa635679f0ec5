import { customerCommands } from './customers.js';
import { dealCommands } from './deals.js';
import { followUpCommands } from './follow-ups.js';
import { knowledgeCommands } from './knowledge.js';
import { leadCommands } from './leads.js';
import { listCommands } from './lists.js';
import { modelCommands } from './model.js';
import { poolCommands } from './pool.js';
import { reportCommands } from './reports.js';
import { ruleCommands } from './rules.js';
import { talkCommands } from './talk.js';
import { targetCommands } from './targets.js';
import { teamCommands } from './team.js';
import { upkeepCommands } from './upkeep.js';

/** What every command is called, by its name. */
export const commandTexts = {
  ...customerCommands,
  ...dealCommands,
  ...followUpCommands,
  ...knowledgeCommands,
  ...leadCommands,
  ...listCommands,
  ...modelCommands,
  ...poolCommands,
  ...reportCommands,
  ...ruleCommands,
  ...talkCommands,
  ...targetCommands,
  ...teamCommands,
  ...upkeepCommands,
};
