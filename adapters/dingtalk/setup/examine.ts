import type { Finding } from '../../../kernel/chat/finding.js';
import type { Usage } from '../../../kernel/job/usage-port.js';
import { Api } from '../api/client.js';
import { DingtalkRefused, meaningOf } from '../api/failure.js';

export interface DingtalkCheck {
  clientId: string;
  clientSecret: string;
  robotCode?: string;
  apiUrl?: string;
  oapiUrl?: string;
  quota: { calls: number; pushes: number };
  /** What was used this month; looking adds nothing to it. */
  used: { api: number; push: number; card: number; action_card: number; text: number };
}

/** What the app asks for, and a call that changes nothing and tells whether it is granted. */
const scopes: { name: string; why: string; probe(api: Api, robotCode: string): Promise<unknown> }[] = [
  {
    name: 'Card.Instance.Write',
    why: 'interactive cards; without it buttons say a line instead',
    // A card that does not exist cannot be changed.
    probe: (api) =>
      api.call('PUT', '/v1.0/card/instances', {
        outTrackId: 'genjin-doctor',
        cardData: { cardParamMap: {} },
      }),
  },
  {
    name: 'qyapi_robot_sendmsg',
    why: 'alerts, reports, private messages',
    probe: (api, robotCode) =>
      api.call('POST', '/v1.0/robot/otoMessages/batchRecall', {
        robotCode,
        processQueryKeys: ['genjin-doctor'],
      }),
  },
  {
    name: 'qyapi_get_member',
    why: 'names and e-mail addresses; without it the names people gave themselves',
    probe: (api) => api.old('/topapi/v2/user/get', { userid: 'genjin-doctor' }),
  },
];

/** Where a permission is applied for. */
const applyAt = (clientId: string, scope: string): string =>
  `https://open-dev.dingtalk.com/appscope/apply?content=${encodeURIComponent(`${clientId}#${scope}`)}`;

/** Looks at the credentials, the gateway, each permission and the month's quota; sends nothing to anybody. */
export async function examineDingtalk(check: DingtalkCheck): Promise<Finding[]> {
  const uncounted: Usage = { count: () => undefined, of: () => 0 };
  const api = new Api({ ...check, usage: uncounted });
  const token = await credentials(api);
  if (token.state === 'fail') return [token, quota(check)];
  return [token, await gateway(api), ...(await permissions(api, check)), ways(check), quota(check)];
}

async function credentials(api: Api): Promise<Finding> {
  const check = 'dingtalk token';
  try {
    await api.accessToken();
    return { check, state: 'ok', found: 'the credentials are taken' };
  } catch (error) {
    const known = error instanceof DingtalkRefused && meaningOf(error) !== 'passing';
    const fix = known
      ? 'copy Client ID and Client Secret again from the app’s credentials page'
      : 'check the network, and DINGTALK_API_URL';
    return { check, state: 'fail', found: reasonOf(error), fix };
  }
}

/** An address is asked for and not used; it lapses by itself. */
async function gateway(api: Api): Promise<Finding> {
  const check = 'dingtalk stream';
  try {
    await api.gateway([]);
    return { check, state: 'ok', found: 'the gateway gives addresses' };
  } catch (error) {
    const fix =
      'switch the robot to Stream mode and publish the app; the host must reach wss-open-connection.dingtalk.com';
    return { check, state: 'fail', found: reasonOf(error), fix };
  }
}

async function permissions(api: Api, { clientId, robotCode = clientId }: DingtalkCheck): Promise<Finding[]> {
  const missing: Finding[] = [];
  for (const { name, why, probe } of scopes) {
    try {
      await probe(api, robotCode);
    } catch (error) {
      if (meaningOf(error) !== 'permission') continue;
      const fix = `grant it: ${applyAt(clientId, name)}`;
      missing.push({ check: `dingtalk ${name}`, state: 'warn', found: `not granted (${why})`, fix });
    }
  }
  return missing.length > 0
    ? missing
    : [{ check: 'dingtalk permissions', state: 'ok', found: scopes.map(({ name }) => name).join(', ') }];
}

/** Which way cards went. */
function ways({ used }: DingtalkCheck): Finding {
  const found = `this month ${used.card} interactive, ${used.action_card} with buttons that say a line, ${used.text} as text`;
  const low = used.action_card + used.text > used.card;
  if (!low) return { check: 'dingtalk cards', state: 'ok', found };
  return {
    check: 'dingtalk cards',
    state: 'warn',
    found,
    fix: 'grant Card.Instance.Write; if it is, look for "a card is shown another way" in the log',
  };
}

function quota({ used, quota }: DingtalkCheck): Finding {
  const check = 'dingtalk quota';
  const found = `${used.api} of ${quota.calls} calls, ${used.push} of ${quota.pushes} pushes this month`;
  const spent = Math.max(used.api / quota.calls, used.push / quota.pushes);
  if (spent < 0.8) return { check, state: 'ok', found };
  return {
    check,
    state: 'warn',
    found,
    fix: 'alerts are merged more and answers go by webhook; buy more, or tell DINGTALK_MONTHLY_CALLS and _PUSHES what you have',
  };
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
