import type { Like } from '../../shape/like.js';
import type { lookupTexts as original } from '../../zh/crm/lookup-texts.js';

/** What is said when words fit nothing, or several things. */
export const lookupTexts: Like<typeof original> = {
  noRecord: (no: string) => `I can't find ${no}.`,
  noCustomer: (words: string) => `I can't find a customer called "${words}". To add one, type: lead ${words}`,
  createCustomer: (name) => `Create "${name}"`,
  whichTask: 'Which task?',
  noTask: (words: string) => `I can't find a task called "${words}".`,
  noSuchCustomer: "I can't tell which customer you mean. Give me the name or number, like C-7.",
  noDeal: (name: string) => `${name} has no open deal.`,
  noLead: (name: string) => `${name} has no open lead.`,
  newDealExample: (name: string) => `deal ${name} 300k June 30`,
  whichCustomer: (words: string) => `Which customer is "${words}"?`,
  whichRecord: (name: string) => `${name} has more than one. Which one?`,
  onlyCustomer: (name: string) => `${name} (the customer only)`,
  wrongKind: (no: string, expected: string) => `${no} isn't a ${expected}.`,
  deal: 'deal',
  task: 'task',
  lead: 'lead',
  leadOrCustomer: 'lead or customer',
  customer: 'customer',
  noStage: (words: string, all: string) => `I can't find a stage called "${words}". Stages: ${all}`,
  whichStage: (words: string) => `Which stage is "${words}"?`,
  noPipeline: (words: string, all: string) => `I can't find a pipeline called "${words}". Pipelines: ${all}`,
  whichPipeline: (words: string) => `Which pipeline is "${words}"?`,
  noReason: (words: string) => `"${words}" isn't one of the loss reasons. Which one fits?`,
  whichReason: (words: string) => `Which loss reason is "${words}"?`,
  isColleague: (words: string) => `"${words}" is a teammate, not a customer.`,
  noName: (words: string) =>
    `"${words}" is a mention or formatting, not a name. Please type the customer's or teammate's name.`,
  unknownMention: "I don't know the person you mentioned. Please type their name.",
  personGone: 'That person is no longer here. Their account may have been linked to another one.',
  noPerson: (words: string, all: string) =>
    `I can't find a teammate called "${words}".${all === '' ? '' : ` Teammates: ${all}`}`,
  whichPerson: (words: string) => `Which teammate is "${words}"?`,
  noTeam: (words: string, all: string) =>
    `I can't find a team called "${words}". ${all === '' ? 'An admin can create one: team East @manager' : `Teams: ${all}`}`,
  inTeam: (name: string, team: string) => `${name} (${team})`,
  noTeamYet: 'no team',
  owner: (who: string) => `owner ${who}`,
};
