import type { Like } from '../../shape/like.js';
import type { lookupTexts as original } from '../../zh/crm/lookup-texts.js';

/** What is said when words fit nothing, or several things. */
export const lookupTexts: Like<typeof original> = {
  noRecord: (no: string) => `There is no record ${no}.`,
  noCustomer: (words: string) =>
    `No customer "${words}". Create a new one with: lead ${words}, or deal ${words}`,
  createCustomer: (name) => `Create "${name}"`,
  whichTask: 'Which task do you mean?',
  noTask: (words: string) => `You have no task called "${words}".`,
  noSuchCustomer: "I can't tell which customer you mean. Give its name, or its number, like C-7.",
  noDeal: (name: string) => `${name} has no open deal.`,
  noLead: (name: string) => `${name} has no lead to work on.`,
  newDealExample: (name: string) => `deal ${name} 300k 2026-06-30`,
  whichCustomer: (words: string) => `Which customer is "${words}"?`,
  whichRecord: (name: string) => `${name} has several. Which one?`,
  onlyCustomer: (name: string) => `${name} (the customer only)`,
  wrongKind: (no: string, expected: string) => `${no} is not a ${expected}.`,
  deal: 'deal',
  task: 'task',
  lead: 'lead',
  leadOrCustomer: 'lead or customer',
  customer: 'customer',
  noStage: (words: string, all: string) => `No stage "${words}". One of: ${all}`,
  whichStage: (words: string) => `Which stage is "${words}"?`,
  noPipeline: (words: string, all: string) => `No pipeline "${words}". One of: ${all}`,
  whichPipeline: (words: string) => `Which pipeline is "${words}"?`,
  noReason: (words: string) => `There is no loss reason "${words}". Which one is it?`,
  whichReason: (words: string) => `Which loss reason is "${words}"?`,
  isColleague: (words: string) => `"${words}" is a colleague, not a customer.`,
  noName: (words: string) =>
    `"${words}" is a mention or formatting mark of the chat, not a name. Please write the name of the customer or colleague.`,
  unknownMention: "I don't know whom you mentioned. Please write the colleague's name.",
  personGone: 'That colleague is not here any more; their account may have been joined with another one.',
  noPerson: (words: string, all: string) => `No colleague "${words}".${all === '' ? '' : ` One of: ${all}`}`,
  whichPerson: (words: string) => `Which colleague is "${words}"?`,
  noTeam: (words: string, all: string) =>
    `No team "${words}". ${all === '' ? 'There is none yet; an admin can say: team East @manager' : `One of: ${all}`}`,
  inTeam: (name: string, team: string) => `${name} (${team})`,
  noTeamYet: 'no team',
  owner: (who: string) => `owner ${who}`,
};
