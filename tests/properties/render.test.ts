import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dingtalk } from '../../adapters/dingtalk/dingtalk.js';
import type { DingtalkMessage } from '../../adapters/dingtalk/draw/messages.js';
import { renderActionCard, renderText } from '../../adapters/dingtalk/draw/render.js';
import type { SlackMessage } from '../../adapters/slack/draw/blocks.js';
import { renderWecom } from '../../adapters/wecom/draw/render.js';
import type { WecomMessage } from '../../adapters/wecom/draw/template-card.js';
import { wecom } from '../../adapters/wecom/wecom.js';
import { adapters } from '../../bot/platforms/adapters.js';
import { type Card, callsOf, type Rendered } from '../../kernel/card/card.js';
import type { Abilities, Adapter, RenderOptions } from '../../kernel/chat/adapter.js';
import type { Locale } from '../../texts/languages.js';
import {
  everyChangeIsTold,
  noActionDisappears,
  nothingIsInjected,
  noWordDisappears,
  tokensAreKept,
} from '../support/laws.js';
import { dingtalkRefusals } from '../support/limits/dingtalk.js';
import { slackRefusals } from '../support/limits/slack.js';
import { wecomRefusals } from '../support/limits/wecom.js';
import { PaperPlatform } from '../support/paper-platform.js';
import { randomCard, say } from '../support/random-card.js';
import type { Case, Seen } from '../support/rendering.js';
import { runs } from '../support/runs.js';
import { seenInDingtalk } from '../support/seen-dingtalk.js';
import { seenInPreview } from '../support/seen-preview.js';
import { seenInSlack } from '../support/seen-slack.js';
import { seenInWecom } from '../support/seen-wecom.js';

/** A payload read as the platform's own documents say, and what the platform would refuse of it. */
interface Reader {
  seen(messages: unknown[]): Seen;
  refusals(message: unknown): string[];
}

const readers: Record<string, Reader> = {
  slack: {
    seen: (messages) => seenInSlack(messages as SlackMessage[]),
    refusals: (message) => slackRefusals(message as SlackMessage),
  },
  wecom: {
    seen: (messages) => seenInWecom(messages as WecomMessage[]),
    refusals: (message) => wecomRefusals(message as WecomMessage),
  },
  dingtalk: {
    seen: (messages) => seenInDingtalk(messages as DingtalkMessage[]),
    refusals: (message) => dingtalkRefusals(message as DingtalkMessage),
  },
};

interface Surface {
  name: string;
  can: Abilities;
  render(card: Card, locale: Locale): Case & { refusals: string[] };
}

/** What a renderer draws; without a reader of the payload, as the adapter says that people see it. */
function surface(
  adapter: Adapter,
  name = adapter.title.en,
  shows = adapter.can.shows,
  render: (card: Card, options: RenderOptions) => Rendered<unknown> = (card, options) =>
    adapter.render(card, options),
): Surface {
  return {
    name,
    can: { ...adapter.can, shows },
    render(card, locale) {
      const { messages, losses } = render(card, { say, locale });
      const reader = readers[adapter.id];
      return {
        seen: reader?.seen(messages) ?? seenInPreview(adapter.preview(messages, callsOf(card))),
        messages: messages.length,
        losses,
        refusals: messages.flatMap((message) => reader?.refusals(message) ?? []),
      };
    },
  };
}

const every: readonly Adapter[] = [...adapters, new PaperPlatform().adapter];

const cardUrl = 'https://crm.example/';
const surfaces: Surface[] = [
  ...every.map((adapter) => surface(adapter)),
  surface(wecom, 'WeCom with a page to lead to', wecom.can.shows, (card, options) =>
    renderWecom(card, { ...options, taskId: 'deal-D-12_1', cardUrl }),
  ),
  surface(dingtalk, 'DingTalk as an action card', ['dividers', 'images', 'styles'], renderActionCard),
  surface(dingtalk, 'DingTalk as text', ['dividers', 'images'], renderText),
];

/** Draws random cards in both languages. */
function forCards(law: (card: Card, locale: Locale) => void, numRuns = runs(10, 150)): void {
  fc.assert(
    fc.property(randomCard, fc.constantFrom<Locale>('zh', 'en'), (card, locale) => law(card, locale)),
    { numRuns },
  );
}

describe.each(surfaces)('a random card on $name', ({ render, can }) => {
  const holds = (law: (card: Card, result: Case & { refusals: string[] }, locale: Locale) => void) =>
    forCards((card, locale) => law(card, render(card, locale), locale));

  test('keeps every word', () => holds(noWordDisappears));
  test('keeps every action, with tokens only for stored calls', () =>
    holds((card, result, locale) => {
      noActionDisappears(card, result, locale);
      tokensAreKept(card, result, can.callBytes);
    }));
  test('reports every change of form', () =>
    holds((card, result) => everyChangeIsTold(card, result, can.shows)));
  test('stays within the platform’s limits', () =>
    holds((_, result) => {
      expect(result.refusals).toEqual([]);
    }));
  test('escapes everything typed by people', () => holds(nothingIsInjected));
  test('is rendered the same each time', () =>
    forCards(
      (card, locale) => {
        expect(render(card, locale)).toEqual(render(structuredClone(card), locale));
      },
      runs(5, 20),
    ));
});

describe.each(every)('the sandbox preview of $title.en', (adapter) => {
  const looked = (card: Card, locale: Locale): Case => {
    const { messages, losses } = adapter.render(card, { say, locale });
    const seen = seenInPreview(adapter.preview(messages, callsOf(card)));
    return { seen, messages: messages.length, losses };
  };

  test('shows every word', () =>
    forCards((card, locale) => noWordDisappears(card, looked(card, locale)), runs(6, 50)));
  test('shows every action, without tokens', () =>
    forCards(
      (card, locale) => {
        const result = looked(card, locale);
        noActionDisappears(card, result, locale);
        tokensAreKept(card, result);
      },
      runs(6, 50),
    ));
});
