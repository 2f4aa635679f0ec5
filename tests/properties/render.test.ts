import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DingtalkMessage } from '../../adapters/dingtalk/draw/messages.js';
import { renderActionCard, renderDingtalk, renderText } from '../../adapters/dingtalk/draw/render.js';
import { renderSlack } from '../../adapters/slack/draw/render.js';
import { renderWecom } from '../../adapters/wecom/draw/render.js';
import type { Card, Loss } from '../../kernel/card/card.js';
import type { Locale } from '../../texts/languages.js';
import {
  type Abilities,
  everyChangeIsTold,
  noActionDisappears,
  nothingIsInjected,
  noWordDisappears,
} from '../support/laws.js';
import { dingtalkRefusals } from '../support/limits/dingtalk.js';
import { slackRefusals } from '../support/limits/slack.js';
import { wecomRefusals } from '../support/limits/wecom.js';
import { randomCard, say } from '../support/random-card.js';
import type { Case } from '../support/rendering.js';
import { seenInDingtalk } from '../support/seen-dingtalk.js';
import { seenInSlack } from '../support/seen-slack.js';
import { seenInWecom } from '../support/seen-wecom.js';

interface Surface {
  name: string;
  can: Abilities;
  render(card: Card, locale: Locale): Case & { refusals: string[] };
}

function dingtalk(
  name: string,
  render: (
    card: Card,
    options: { say: typeof say; locale: Locale },
  ) => { messages: DingtalkMessage[]; losses: Loss[] },
  can: Abilities,
): Surface {
  return {
    name,
    can,
    render(card, locale) {
      const { messages, losses } = render(card, { say, locale });
      return {
        seen: seenInDingtalk(messages),
        messages: messages.length,
        losses,
        refusals: messages.flatMap(dingtalkRefusals),
      };
    },
  };
}

const all: Abilities = {
  confirm: true,
  tables: true,
  dividers: true,
  images: true,
  menus: true,
  styles: true,
};

const surfaces: Surface[] = [
  {
    name: 'Slack',
    can: all,
    render(card, locale) {
      const { messages, losses } = renderSlack(card, { say, locale });
      return {
        seen: seenInSlack(messages),
        messages: messages.length,
        losses,
        refusals: messages.flatMap(slackRefusals),
      };
    },
  },
  ...[undefined, 'https://crm.example/'].map(
    (cardUrl): Surface => ({
      name: `WeCom ${cardUrl ? 'with' : 'without'} a page to lead to`,
      can: { ...all, confirm: false, menus: false },
      render(card, locale) {
        const { messages, losses } = renderWecom(card, { say, locale, taskId: 'deal-D-12_1', cardUrl });
        return {
          seen: seenInWecom(messages),
          messages: messages.length,
          losses,
          refusals: messages.flatMap(wecomRefusals),
        };
      },
    }),
  ),
  dingtalk('DingTalk card', renderDingtalk, { ...all, confirm: false, menus: false }),
  dingtalk('DingTalk action card', renderActionCard, { ...all, confirm: false, menus: false, tables: false }),
  dingtalk('DingTalk text', renderText, {
    ...all,
    confirm: false,
    menus: false,
    tables: false,
    styles: false,
  }),
];

describe.each(surfaces)('a random card on $name', ({ render, can }) => {
  const holds = (law: (card: Card, result: Case & { refusals: string[] }, locale: Locale) => void) =>
    fc.assert(
      fc.property(randomCard, fc.constantFrom<Locale>('zh', 'en'), (card, locale) => {
        law(card, render(card, locale), locale);
      }),
      { numRuns: 150 },
    );

  test('loses no word', () => holds(noWordDisappears));
  test('loses no action', () => holds(noActionDisappears));
  test('tells every change of form', () => holds((card, result) => everyChangeIsTold(card, result, can)));
  test('keeps within the limits', () =>
    holds((_, result) => {
      expect(result.refusals).toEqual([]);
    }));
  test('lets nothing in from people', () => holds(nothingIsInjected));
  test('comes out the same each time', () =>
    fc.assert(
      fc.property(randomCard, (card) => {
        expect(render(card, 'zh')).toEqual(render(structuredClone(card), 'zh'));
      }),
      { numRuns: 20 },
    ));
});
