import { randomBytes } from 'node:crypto';
import { Card, type Chat } from './chat.js';
import type { Faults } from './faults.js';
import type { JsonObject } from './fixtures.js';
import type { Gateway } from './gateway.js';
import type { Person } from './person.js';
import { checkMessage, checkTemplate, ofKey } from './rules.js';

/** A refusal of the new API: its HTTP status and its code. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message = code,
  ) {
    super(message);
  }
}

/** A refusal of oapi or of a webhook: 200, with an errcode. */
export class ErrCode extends Error {
  constructor(
    readonly errcode: number,
    message = '',
  ) {
    super(message);
  }
}

export interface Company {
  clientId: string;
  clientSecret: string;
  robotCode: string;
  chats: Chat[];
  people: Person[];
  templates: Set<string>;
  /** Of the month, as DingTalk counts: calls of the API, and pushes. */
  counted: { calls: number; pushes: number };
}

/** The APIs on both hosts, and the webhooks: dingtalk.md, sections 4 to 7. */
export class Api {
  readonly cards = new Map<string, Card>();
  readonly media = new Map<string, Buffer>();
  private readonly tokens = new Set<string>();
  private readonly webhooks = new Map<string, { chat: Chat; until: number }>();
  /** Contents of a webhook message that were refused or taken, in order. */
  tokensGiven = 0;

  constructor(
    private readonly company: Company,
    private readonly gateway: Gateway,
    private readonly faults: Faults,
    private readonly base: () => string,
  ) {}

  /** Every token given so far is worth nothing any more. */
  forgetTokens(): void {
    this.tokens.clear();
  }

  /** A reply address, valid for ninety minutes. */
  webhookFor(chat: Chat, forMs = 90 * 60_000) {
    const id = randomBytes(8).toString('hex');
    const until = Date.now() + forMs;
    this.webhooks.set(id, { chat, until });
    return {
      sessionWebhook: `${this.base()}/robot/sendBySession?session=${id}`,
      sessionWebhookExpiredTime: until,
    };
  }

  /** Old addresses are worth nothing any more, though they look valid. */
  expireWebhooks(): void {
    this.webhooks.clear();
  }

  /** Calls of a month, after which each is refused. */
  mostCalls = Number.POSITIVE_INFINITY;
  refusedByQuota = 0;

  /** What a POST or PUT answers; throws Refusal or ErrCode. */
  run(method: string, url: URL, body: JsonObject, headers: Record<string, unknown>, raw: Buffer): JsonObject {
    const path = url.pathname;
    const token = headers['x-acs-dingtalk-access-token'];
    if (path === '/v1.0/gateway/connections/open') return this.openGateway(body);
    if (path === '/v1.0/oauth2/accessToken') return this.token(body);
    if (path === '/robot/sendBySession') return this.bySession(url, body);
    if (path.startsWith('/topapi/') || path === '/media/upload') return this.oapi(path, url, body, raw);
    if (!this.tokens.has(String(token))) throw new Refusal(400, 'InvalidAuthentication', 'bad token');
    if (this.company.counted.calls >= this.mostCalls) {
      this.refusedByQuota += 1;
      throw new Refusal(403, 'Forbidden.AccessDenied.ApiCountLimitForOrg', 'used up');
    }
    this.company.counted.calls += 1;
    switch (`${method} ${path}`) {
      case 'POST /v1.0/card/instances/createAndDeliver':
        return this.createCard(body);
      case 'PUT /v1.0/card/instances':
        return this.updateCard(body);
      case 'POST /v1.0/robot/groupMessages/send':
        return this.toGroup(body);
      case 'POST /v1.0/robot/oToMessages/batchSend':
        return this.toPeople(body);
      case 'POST /v1.0/robot/otoMessages/batchRecall':
        this.need('qyapi_robot_sendmsg');
        return { successResult: [], failedResult: {} };
      default:
        throw new Refusal(404, 'InvalidAction.NotFound', path);
    }
  }

  private openGateway(body: JsonObject): JsonObject {
    const { clientId, clientSecret } = this.company;
    if (body.clientId !== clientId || body.clientSecret !== clientSecret)
      throw new Refusal(401, 'authFailed', '鉴权失败');
    if (this.faults.refusedTickets > 0) {
      this.faults.refusedTickets -= 1;
      throw new Refusal(500, 'system.busy');
    }
    return { endpoint: `${this.base().replace('http', 'ws')}/connect`, ticket: this.gateway.open(body) };
  }

  private token(body: JsonObject): JsonObject {
    const { clientId, clientSecret } = this.company;
    if (body.appKey !== clientId || body.appSecret !== clientSecret)
      throw new Refusal(400, 'invalidClientIdOrSecret');
    const accessToken = randomBytes(8).toString('hex');
    this.tokensGiven += 1;
    this.tokens.add(accessToken);
    return { accessToken, expireIn: 7_200 };
  }

  private need(scope: string): void {
    if (!this.faults.revoked.has(scope)) return;
    throw new Refusal(403, 'Forbidden.AccessDenied.AccessTokenPermissionDenied', `need scope ${scope}`);
  }

  private createCard(body: JsonObject): JsonObject {
    this.need('Card.Instance.Write');
    const variables = checkTemplate(body, this.company.templates);
    const id = String(body.outTrackId ?? '');
    if (id === '') throw new Refusal(400, 'param.outTrackIdEmpty');
    if (this.cards.has(id)) throw new Refusal(400, 'param.cardAlreadyExist');
    const [, kind = '', target = ''] =
      /^dtv1\.card\/\/(IM_GROUP|IM_ROBOT)\.(.+)$/.exec(String(body.openSpaceId)) ?? [];
    const group = kind === 'IM_GROUP';
    const deliver = (group ? body.imGroupOpenDeliverModel : body.imRobotOpenDeliverModel) as
      | JsonObject
      | undefined;
    if (kind === '') throw new Refusal(400, 'param.openSpaceIdInvalid');
    if (!deliver) throw new Refusal(400, 'param.openDeliverModelEmpty');
    const chat = group
      ? this.company.chats.find((one) => one.id === target)
      : this.company.people.find((one) => one.staffId === target)?.chat;
    if (!chat) throw new Refusal(400, group ? 'param.openSpaceIdInvalid' : 'param.userIdNotExist');
    const mentioned = Object.keys((deliver.atUserIds ?? {}) as JsonObject);
    const card = new Card(
      id,
      String(body.cardTemplateId),
      body.callbackType === 'STREAM',
      variables,
      mentioned,
    );
    const mishap = this.faults.take('deliver');
    if (mishap?.kind === 'not delivered')
      return {
        success: true,
        result: { outTrackId: id, deliverResults: [{ success: false, errorMsg: mishap.errorMsg }] },
      };
    this.cards.set(id, card);
    chat.post(null, { kind: 'card', card });
    return {
      success: true,
      result: { outTrackId: id, deliverResults: [{ success: true, spaceId: target }] },
    };
  }

  private updateCard(body: JsonObject): JsonObject {
    this.need('Card.Instance.Write');
    const card = this.cards.get(String(body.outTrackId));
    if (!card) throw new Refusal(400, 'param.cardNotExist');
    this.change(card, body);
    return { success: true, result: true };
  }

  /** Without the option, every variable not sent disappears. */
  change(card: Card, body: JsonObject, only?: Person): void {
    const data = ((body.cardData as JsonObject | undefined)?.cardParamMap ?? {}) as Record<string, string>;
    for (const value of Object.values(data))
      if (typeof value !== 'string') throw new Refusal(400, 'param.cardDataInvalid', 'values are strings');
    const byKey = (body.cardUpdateOptions as JsonObject | undefined)?.updateCardDataByKey === true;
    const next = byKey ? { ...card.seenBy(only), ...data } : { ...data };
    if (only) card.views.set(only, next);
    else {
      card.variables = next;
      card.views.clear();
    }
    card.updates += 1;
  }

  private toGroup(body: JsonObject): JsonObject {
    this.need('qyapi_robot_sendmsg');
    if (body.robotCode !== this.company.robotCode)
      throw new Refusal(400, 'invalidParameter.robotCode.notExsit');
    const bubble = ofKey(body);
    const chat = this.company.chats.find((one) => one.id === body.openConversationId && one.kind === 'group');
    if (!chat) throw new Refusal(400, 'invalid.openConversationId');
    chat.post(null, bubble);
    return { processQueryKey: randomBytes(6).toString('hex') };
  }

  private toPeople(body: JsonObject): JsonObject {
    this.need('qyapi_robot_sendmsg');
    if (body.robotCode !== this.company.robotCode)
      throw new Refusal(400, 'invalidParameter.robotCode.notExsit');
    const ids = (body.userIds ?? []) as string[];
    if (ids.length === 0 || ids.length > 20) throw new Refusal(400, 'invalidParameter.userIds');
    const bubble = ofKey(body);
    const known = ids.flatMap((id) => this.company.people.find((one) => one.staffId === id) ?? []);
    for (const person of known) person.chat.post(null, bubble);
    const invalid = ids.filter((id) => !known.some((one) => one.staffId === id));
    return {
      processQueryKey: randomBytes(6).toString('hex'),
      invalidStaffIdList: invalid,
      flowControlledStaffIdList: [],
    };
  }

  private bySession(url: URL, body: JsonObject): JsonObject {
    this.company.counted.pushes += 1;
    const session = this.webhooks.get(url.searchParams.get('session') ?? '');
    if (!session || session.until < Date.now()) throw new ErrCode(300001, 'session 不存在');
    session.chat.post(null, checkMessage(body));
    return { errcode: 0, errmsg: 'ok' };
  }

  private oapi(path: string, url: URL, body: JsonObject, raw: Buffer): JsonObject {
    if (!this.tokens.has(url.searchParams.get('access_token') ?? '')) throw new ErrCode(40014, 'bad token');
    if (path === '/topapi/v2/user/get') {
      if (this.faults.revoked.has('qyapi_get_member')) throw new ErrCode(60011, 'no permission');
      const person = this.company.people.find((one) => one.staffId === body.userid);
      if (!person) throw new ErrCode(33012, 'no such user');
      const result = {
        userid: person.staffId ?? '',
        name: person.name,
        active: true,
        unionid: `u-${person.name}`,
      };
      return { errcode: 0, errmsg: 'ok', result: { ...result, email: person.email ?? '' } };
    }
    if (path === '/media/upload') {
      const type = url.searchParams.get('type') ?? '';
      if (!['image', 'file'].includes(type) || !raw.includes('filename=')) throw new ErrCode(40004);
      const id = `@l${randomBytes(6).toString('hex')}`;
      this.media.set(id, raw);
      return { errcode: 0, errmsg: 'ok', media_id: id, type };
    }
    throw new ErrCode(404, path);
  }
}
