import { describe, expect, test } from 'vitest';
import { fieldText } from '../../../adapters/slack/draw/text.js';
import type { Call } from '../../../kernel/card/card.js';
import {
  callToken,
  decodeCall,
  decodeCallAmong,
  encodeCall,
  encodeCallWithin,
  tokenOf,
} from '../../../kernel/render/call-code.js';
import { escapeMarkdown } from '../../../kernel/render/markdown-escape.js';
import { charWidth, isBlank, jsonBytes } from '../../../kernel/render/text-width.js';
import { queryValue, webUrl } from '../../../kernel/render/web-url.js';

describe('a call encoded in a button', () => {
  const call = { command: 'move', input: { deal: 'D-12', v: 3, tags: ['KA', null] } };

  test('decodes to the same call, with or without a marker', () => {
    expect(decodeCall(encodeCall(call))).toEqual(call);
    expect(decodeCall(encodeCall(call, 2))).toEqual(call);
    expect(encodeCall(call, 2)).not.toBe(encodeCall(call));
  });

  test.each(['', 'submit', '{', 'null', '{"command":1,"input":{}}', '{"command":"move"}'])(
    '%j decodes to null',
    (code) => {
      expect(decodeCall(code)).toBeNull();
    },
  );

  test('is a token if there is no room for the code', () => {
    const code = encodeCall(call);
    const token = callToken(call);
    expect(encodeCallWithin(call, code.length)).toBe(code);
    expect(encodeCallWithin(call, code.length - 1)).toBe(token);
    expect(token).toMatch(/^~[\w-]{22}$/);
    expect(callToken(structuredClone(call))).toBe(token);
    expect(callToken({ ...call, command: 'log' })).not.toBe(token);
  });

  test('is found again by its token, with or without a marker', () => {
    const codes = [encodeCallWithin(call, 0), encodeCallWithin(call, 0, 2)];
    expect(new Set(codes).size).toBe(2);
    for (const code of codes) {
      expect(tokenOf(decodeCall(code) as Call)).toBe(callToken(call));
      expect(decodeCallAmong(code, [{ command: 'log', input: {} }, call])).toEqual(call);
    }
    expect(tokenOf(call)).toBeUndefined();
    expect(decodeCallAmong(encodeCall(call), [])).toEqual(call);
  });
});

test.each([
  ['https://crm.example/d/(12)?q=a b', 'https://crm.example/d/%2812%29?q=a%20b'],
  ['HTTP://CRM.example', 'http://crm.example/'],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['https://bank.example@evil.example/', null],
  ['/relative', null],
  ['', null],
])('the address %j is linked as %j', (address, url) => {
  expect(webUrl(address)).toBe(url);
});

test('queryValue escapes brackets and lone surrogates', () => {
  expect(queryValue('推 D-12 (急)')).toBe('%E6%8E%A8%20D-12%20%28%E6%80%A5%29');
  expect(queryValue('\ud800')).toBe('%EF%BF%BD');
});

test.each([
  ['AT&T a_b@x.example', 'AT&T a\\_b@x.example'],
  ['[x](http://evil.example)', '\\[x\\]\u200b(http://evil.example)'],
  ['<@zhangsan> &lt;', '&lt;\u200b@zhangsan> &amp;lt;'],
  ['# a\n> b\n- c\n1. d\n---\n-5', '\\# a|\\> b|\\- c|1\\. d|\\---|-5'],
  ['a|b', 'a\\|b'],
])('escapeMarkdown makes %j literal', (text, escaped) => {
  expect(escapeMarkdown(text, '|')).toBe(escaped);
});

test('a field on Slack is bold only if its text cannot format itself', () => {
  expect(fieldText('金额', 'A&B <!here>')).toEqual(
    expect.objectContaining({ type: 'plain_text', text: '金额\nA&amp;B &lt;!here&gt;' }),
  );
  expect(fieldText('金额', '30万')).toEqual({ type: 'mrkdwn', text: '*金额*\n30万', verbatim: true });
});

test('text is measured in the units of the platforms', () => {
  expect(charWidth('华为 ERP')).toBe(4);
  expect(jsonBytes('"\n华')).toBe(7);
  expect(isBlank(' \u200b\n')).toBe(true);
});
