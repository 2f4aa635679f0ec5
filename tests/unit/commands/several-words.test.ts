import { expect, test } from 'vitest';
import { joined, tokensOf } from '../../../kernel/command/line-tokens.js';
import { nameHead } from '../../../kernel/command/name-head.js';

const read = (line: string): string => {
  const tokens = tokensOf(line);
  const { name, person } = nameHead(tokens);
  const words = (span: { from: number; count: number }) =>
    joined(tokens.slice(span.from, span.from + span.count));
  return [words(name), ...(person ? [words(person)] : [])].join(' | ');
};

test.each([
  ['Bluebird Logistics Jane Smith \ue000 wants WMS', 'Bluebird Logistics | Jane Smith'],
  ['Smith & Wesley Legal wants a portal', 'Smith & Wesley Legal'],
  ['Harvest Lane Deli, Joe Marsh \ue000 wants a POS', 'Harvest Lane Deli | Joe Marsh'],
  ["Marlow Foods Pat O'Brien \ue000 wants CRM", "Marlow Foods | Pat O'Brien"],
  ['Hartley-Jones wants a demo', 'Hartley-Jones'],
  ['Northwind wants a demo', 'Northwind'],
  ['Acme Jane Smith \ue000', 'Acme | Jane Smith'],
  ['Jane Smith at Bluebird Logistics wants WMS', 'Bluebird Logistics | Jane Smith'],
  ['Acme ERP phase 2', 'Acme'],
  ['Bank of Ireland wants a demo', 'Bank of Ireland'],
  ['bluebird logistics wants WMS', 'bluebird logistics'],
  ['"The Big Name" wants it', 'The Big Name'],
  ['港湾印刷 陈大文 \ue000 展会认识的', '港湾印刷 | 陈大文'],
  ['Harrow Print 安娜 \ue000 想做年度维保', 'Harrow Print | 安娜'],
  ['华为 想看ERP', '华为'],
])('reads the head of %s', (line, expected) => {
  expect(read(line)).toBe(expected);
});
