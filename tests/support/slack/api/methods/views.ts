import { limits } from '../../block-kit/limits.js';
import { asLine, viewProblems } from '../../block-kit/validate.js';
import { isObject, type JsonObject, stringOf } from '../../json.js';
import { viewObject } from '../../payloads/objects.js';
import type { Trigger } from '../../workspace/triggers.js';
import type { View } from '../../workspace/view.js';
import { type Args, malformed } from '../args.js';
import { type Api, around, type Method, tiers } from '../method.js';
import { invalidArguments, Refusal } from '../refusal.js';

const viewing = { token: 'bot', scopes: [] as string[], takesJson: true, perMinute: tiers.t4 } as const;

/** The view of a call, checked; the trigger is not used up by a wrong one. */
function shapeOf(args: Args, api: Api, type: 'modal' | 'home', own?: View): JsonObject {
  const view = args.json('view');
  if (view === malformed || !isObject(view))
    throw invalidArguments('must provide an object [json-pointer:/view]');
  checkView(view, api, type);
  const externalId = stringOf(view.external_id);
  const owner = externalId
    ? api.workspace.views.find((one) => one.externalId === externalId && one !== own)
    : undefined;
  if (owner) throw new Refusal('duplicate_external_id');
  return view;
}

/** https://docs.slack.dev/reference/views ; view_too_large: /reference/methods/views.open */
function checkView(view: JsonObject, api: Api, type: 'modal' | 'home'): void {
  if (Buffer.byteLength(JSON.stringify(view)) > limits.viewBytes) throw new Refusal('view_too_large');
  const problems = viewProblems(view, around(api));
  if (view.type !== type && problems.length === 0)
    problems.push({ message: `unsupported type: ${String(view.type)}`, pointer: '/view/type' });
  if (problems.length > 0) throw invalidArguments(...problems.map(asLine));
}

/** Whether a view would be refused, for those that come in an ack. */
export function viewRefusal(view: unknown, api: Api): string | null {
  if (!isObject(view)) return 'invalid_arguments';
  try {
    checkView(view, api, 'modal');
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

function exchange(args: Args, api: Api): Trigger {
  const trigger = api.triggers.exchange(args.text('trigger_id'));
  if (typeof trigger === 'string') throw new Refusal(trigger);
  return trigger;
}

const shown = (view: View, { workspace }: Api): JsonObject => ({
  ok: true,
  view: viewObject(view, workspace),
});

/** https://docs.slack.dev/reference/methods/views.open */
const open: Method = {
  ...viewing,
  required: ['view', 'trigger_id'],
  run: (args, api) => {
    const shape = shapeOf(args, api, 'modal');
    const { user } = exchange(args, api);
    return shown(api.workspace.views.open(user, shape), api);
  },
};

/** https://docs.slack.dev/reference/methods/views.push ; at most three in a stack. */
const push: Method = {
  ...viewing,
  required: ['view', 'trigger_id'],
  run: (args, api) => {
    const { views } = api.workspace;
    const shape = shapeOf(args, api, 'modal');
    const trigger = exchange(args, api);
    // Only an act inside a window can push another one (slackapi/python-slack-sdk#804).
    if (!trigger.inWindow) throw invalidArguments('invalid `trigger_id` [json-pointer:/trigger_id]');
    const stack = views.stackOf(trigger.user);
    if (stack.length === 0) throw new Refusal('not_found');
    if (stack.length >= limits.pushedViews) throw new Refusal('push_limit_reached');
    return shown(views.push(trigger.user, shape), api);
  },
};

/** https://docs.slack.dev/reference/methods/views.update */
const update: Method = {
  ...viewing,
  required: ['view'],
  run: (args, api) => {
    const id = args.text('view_id');
    const externalId = args.text('external_id');
    if (!id && !externalId) throw invalidArguments('missing required field: view_id [json-pointer:/view_id]');
    const view = api.workspace.views.find((one) => (id ? one.id === id : one.externalId === externalId));
    if (!view) throw new Refusal('not_found');
    const shape = shapeOf(args, api, view.isHome ? 'home' : 'modal', view);
    if (args.has('hash') && args.text('hash') !== view.hash) throw new Refusal('hash_conflict');
    return shown(view.show(shape, api.workspace.clock.now()), api);
  },
};

/** https://docs.slack.dev/reference/methods/views.publish */
const publish: Method = {
  ...viewing,
  required: ['user_id', 'view'],
  run: (args, api) => {
    const { workspace, settings } = api;
    const user = workspace.users.get(args.text('user_id'));
    if (!user || user.isBot) throw invalidArguments('invalid `user_id` [json-pointer:/user_id]');
    const home = workspace.views.homeOf(user);
    const shape = shapeOf(args, api, 'home', home);
    if (!settings.homeTab) throw new Refusal('not_enabled');
    if (args.has('hash') && args.text('hash') !== home?.hash) throw new Refusal('hash_conflict');
    return shown(workspace.views.publish(user, shape), api);
  },
};

export const viewMethods: Record<string, Method> = {
  'views.open': open,
  'views.push': push,
  'views.update': update,
  'views.publish': publish,
};
