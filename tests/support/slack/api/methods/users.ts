import { userObject } from '../../payloads/objects.js';
import { visibleUser } from '../channels.js';
import { type Method, tiers } from '../method.js';
import { Refusal } from '../refusal.js';

/** https://docs.slack.dev/reference/methods/users.info */
const info: Method = {
  token: 'bot',
  scopes: ['users:read'],
  takesJson: false,
  required: ['user'],
  perMinute: tiers.t4,
  run: (args, api) => {
    const user = visibleUser(args.text('user'), api);
    const withEmail = api.tokens.scopes.has('users:read.email') && user.team === api.workspace.team;
    const { locale, ...object } = userObject(user, { withEmail });
    return { ok: true, user: args.flag('include_locale') ? { ...object, locale: locale ?? null } : object };
  },
};

/** https://docs.slack.dev/reference/methods/users.lookupByEmail ; deactivated people are not found. */
const lookupByEmail: Method = {
  token: 'bot',
  scopes: ['users:read.email'],
  takesJson: false,
  required: ['email'],
  perMinute: tiers.t3,
  run: (args, { workspace }) => {
    const email = args.text('email').toLowerCase();
    const user = [...workspace.users.values()].find((one) => one.email?.toLowerCase() === email);
    if (!user || user.deleted || user.team !== workspace.team) throw new Refusal('users_not_found');
    const { locale: _locale, ...object } = userObject(user, { withEmail: true });
    return { ok: true, user: object };
  },
};

export const userMethods: Record<string, Method> = {
  'users.info': info,
  'users.lookupByEmail': lookupByEmail,
};
