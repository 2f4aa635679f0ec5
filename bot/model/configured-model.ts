import { createHash } from 'node:crypto';
import {
  type Model,
  type ModelAnswer,
  ModelFault,
  type ModelFaultReason,
  type ModelQuestion,
  type ModelSetting,
  type Tokens,
} from '../../kernel/model/model-port.js';
import type { Clock } from '../../kernel/time/clock.js';
import { monthOf } from '../../kernel/time/zone.js';
import type { Store } from '../../store/engine/store.js';
import { endModelCall, modelCallOfAct, noteModelCall } from '../../store/messages/model-calls.js';
import type { ModelCall } from '../../store/schema/row-types.js';
import { type Mask, mask } from './mask-names.js';
import { maxTokensOf, reserveTokens, settleCost, usedIn } from './model-budget.js';
import { type Completion, type Message, ModelClient } from './model-client.js';

/** Connection and limits of the model. */
export interface ModelOptions extends Omit<ModelSetting, 'host'> {
  url: string;
  apiKey?: string;
}

export interface ModelDeps {
  store: Store;
  clock: Clock;
  timeZone: string;
  log: { info(about: object, message: string): void };
}

/** Faults for which the server did no work: the reserved tokens are returned. */
const unbilledFaults: readonly ModelFaultReason[] = ['unreachable', 'key', 'busy', 'refused', 'redirected'];

/** The configured model: masks, records, counts, asks, and records the outcome. */
export class ConfiguredModel implements Model {
  readonly setting: ModelSetting;
  private readonly client: ModelClient;

  constructor(
    { url, apiKey, ...limits }: ModelOptions,
    private readonly deps: ModelDeps,
  ) {
    this.setting = { ...limits, host: new URL(url).host };
    this.client = new ModelClient({ url, apiKey, name: limits.name, timeoutSeconds: limits.timeoutSeconds });
  }

  async usedThisMonth(): Promise<Tokens> {
    return await usedIn(this.deps.store.db, this.month());
  }

  async ask(question: ModelQuestion): Promise<ModelAnswer> {
    const hidden = mask(question.material, question.names, new Set(this.setting.masks), question.locale);
    const messages: Message[] = [
      { role: 'system', content: question.task },
      { role: 'user', content: fenced(hidden.masked, question.actId) },
    ];
    const before = await modelCallOfAct(this.deps.store.db, question.actId);
    if (before) return earlierAnswer(before, messages, hidden);
    const reserved = maxTokensOf(messages);
    const month = this.month();
    const noted = await this.note(question, messages, reserved, month);
    const began = performance.now();
    const ms = () => Math.round(performance.now() - began);
    try {
      const completion = await this.client.complete(messages, question);
      await this.end(noted, month, reserved, completion, ms());
      return { no: noted.no, said: completion.text, sent: hidden.masked, plain: hidden.plain };
    } catch (error) {
      if (error instanceof ModelFault) await this.fail(noted, month, reserved, error.reason, ms());
      throw error;
    }
  }

  /** Reserves tokens and records the call before anything is sent. */
  private async note(
    question: ModelQuestion,
    messages: Message[],
    reserved: Tokens,
    month: string,
  ): Promise<ModelCall> {
    const { actId, personId, purpose, record } = question;
    const { host, name } = this.setting;
    const at = this.deps.clock.now();
    return await this.deps.store.tx(async (tx) => {
      await reserveTokens(tx, this.setting, month, reserved);
      const given = { actId, personId, purpose, record, host, model: name, messages, at };
      const noted = await noteModelCall(tx, given);
      if (!noted) throw new ModelFault('repeated');
      return noted;
    });
  }

  private async end(
    call: ModelCall,
    month: string,
    reserved: Tokens,
    { text, tokens = { in: reserved.in, out: Math.min(reserved.out, Buffer.byteLength(text)) } }: Completion,
    ms: number,
  ): Promise<void> {
    await this.deps.store.tx(async (tx) => {
      await settleCost(tx, month, reserved, tokens);
      const end = {
        outcome: 'answered' as const,
        answer: text,
        tokensIn: tokens.in,
        tokensOut: tokens.out,
        ms,
      };
      await endModelCall(tx, call.id, end);
    });
    this.deps.log.info({ call: call.no, purpose: call.purpose, ms, tokens }, 'a model answered');
  }

  private async fail(
    call: ModelCall,
    month: string,
    reserved: Tokens,
    fault: ModelFaultReason,
    ms: number,
  ): Promise<void> {
    await this.deps.store.tx(async (tx) => {
      if (unbilledFaults.includes(fault)) await settleCost(tx, month, reserved, { in: 0, out: 0 });
      await endModelCall(tx, call.id, { outcome: 'failed', fault, ms });
    });
    this.deps.log.info({ call: call.no, purpose: call.purpose, ms, fault }, 'a model gave no answer');
  }

  private month(): string {
    return monthOf(this.deps.clock.now(), this.deps.timeZone);
  }
}

/** Puts people's words between two marker lines that they cannot guess. */
function fenced(material: string, actId: string): string {
  const fence = `DATA-${createHash('sha256').update(actId).digest('hex').slice(0, 8)}`;
  return `${fence}\n${material}\n${fence}`;
}

/**
 * Returns the earlier answer of an act delivered again, if the question is unchanged; throws ModelFault
 * otherwise.
 */
function earlierAnswer(call: ModelCall, messages: Message[], { masked, plain }: Mask): ModelAnswer {
  const isSame = JSON.stringify(call.messages) === JSON.stringify(messages);
  if (call.outcome !== 'answered' || call.answer === null || !isSame) throw new ModelFault('repeated');
  return { no: call.no, said: call.answer, sent: masked, plain };
}
