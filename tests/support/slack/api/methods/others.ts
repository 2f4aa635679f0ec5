import type { Problem } from '../../block-kit/rule.js';
import { blockProblems, viewProblems } from '../../block-kit/validate.js';
import { like } from '../../fixtures.js';
import { type Json, type JsonObject, objectOf } from '../../json.js';
import { type Args, malformed } from '../args.js';
import { type Api, around, type Method, tiers } from '../method.js';
import { invalidArguments, Refusal } from '../refusal.js';

/** https://docs.slack.dev/reference/methods/auth.test */
const authTest: Method = {
  token: 'bot',
  scopes: [],
  takesJson: true,
  required: [],
  perMinute: tiers.special,
  run: (_args, { workspace: { team, app } }) =>
    like('auth-test', {
      url: `https://${team.domain}.slack.example/`,
      team: team.name,
      user: app.name,
      team_id: team.id,
      user_id: app.botUserId,
      bot_id: app.botId,
    }),
};

/** https://docs.slack.dev/reference/methods/apps.connections.open */
const openConnection: Method = {
  token: 'app',
  scopes: ['connections:write'],
  takesJson: true,
  required: [],
  perMinute: tiers.t3,
  run: (_args, api) => ({ ok: true, url: api.socketUrl() }),
};

const subjects = ['blocks', 'view', 'message'] as const;

/** https://docs.slack.dev/reference/methods/blocks.validate ; no token is needed. */
const validate: Method = {
  token: 'none',
  scopes: [],
  takesJson: true,
  required: [],
  perMinute: tiers.special,
  run: (args, api) => {
    const given = subjects.filter((name) => args.has(name));
    const [subject] = given;
    if (!subject || given.length !== 1)
      throw invalidArguments('must provide exactly one of `blocks`, `view`, or `message`');
    const problems = problemsOf(subject, jsonOf(args, subject), api);
    if (problems.length > 0) throw new Refusal(`invalid_${subject}`, { errors: problems.map(asError) });
    return { ok: true };
  },
};

function jsonOf(args: Args, name: string): Json {
  const value = args.json(name);
  if (value === undefined || value === malformed) throw invalidArguments(`\`${name}\` must be valid JSON`);
  return value;
}

function problemsOf(subject: (typeof subjects)[number], value: Json, api: Api): Problem[] {
  const inMessage = { ...around(api), surface: 'message' as const };
  if (subject === 'view') return viewProblems(value, around(api), '');
  if (subject === 'blocks') return blockProblems(value, inMessage, '');
  return blockProblems(objectOf(value).blocks ?? [], inMessage);
}

const asError = ({ message, pointer }: Problem): JsonObject => ({
  code: 'failed_constraint',
  message,
  pointer,
});

export const otherMethods: Record<string, Method> = {
  'auth.test': authTest,
  'apps.connections.open': openConnection,
  'blocks.validate': validate,
};
