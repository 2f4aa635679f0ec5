import { describe, expect, it } from 'vitest';
import { joined, tokensOf } from '../../../kernel/command/line-tokens.js';
import { nameHead } from '../../../kernel/command/name-head.js';
import type { TokenSpan } from '../../../kernel/command/plain-name.js';
import { findAmounts } from '../../../kernel/pieces/amount.js';
import { currencySaid } from '../../../kernel/pieces/currency-said.js';
import { calledColleagues, givenTask } from '../../../language/names/given-tasks.js';
import { introducedPeople } from '../../../language/names/introduced.js';
import { namesInPlace } from '../../../language/names/strangers.js';

const at = { today: '2026-11-26', locale: 'en' } as const;
const team = ['Tom Baker', 'Amy Chen', '李雷'];
const given = (line: string) => givenTask(line, calledColleagues(line, team), at);

describe('words that give a colleague something to do', () => {
  it.each([
    ['remind Amy to call Acme tomorrow', 'Amy Chen', 'call Acme tomorrow'],
    ['remind 李雷 to call Acme tomorrow', '李雷', 'call Acme tomorrow'],
    ['Tom please visit Acme on Friday', 'Tom Baker', 'visit Acme on Friday'],
    ['please ask tom to send the quote', 'Tom Baker', 'send the quote'],
    ['remind Tom tomorrow to call Acme', 'Tom Baker', 'call Acme tomorrow'],
    ['Tom needs to see Acme by Friday', 'Tom Baker', 'see Acme by Friday'],
    ['I need Amy Chen to call Acme', 'Amy Chen', 'call Acme'],
    ['have Amy follow up with Acme', 'Amy Chen', 'follow up with Acme'],
    ['to-do for Tom: call Acme Monday', 'Tom Baker', 'call Acme Monday'],
    ['@Tom Baker call Acme', 'Tom Baker', 'call Acme'],
  ])('%s', (line, who, what) => expect(given(line)).toEqual({ who, what }));

  it.each([
    'remind me to call Tom',
    'Tom visited Acme on Friday',
    'visited Acme with Tom, please call them',
    'ask Tom Reed to send the quote',
    'Tom wants pricing by Friday',
    'ask how to beat Acme',
    'Tom is on leave',
  ])('not %s', (line) => expect(given(line)).toBeUndefined());
});

describe('names that stand where a customer or a person can', () => {
  it.each([
    ['visited Acme Foods, they want POS', 'Acme Foods'],
    ['emailed harbor dental the quote, he will think about it', 'harbor dental'],
    ['northgate mill called, they want it', 'northgate mill'],
    ["Pemberton's rang back, they're in", 'Pemberton'],
    ['spoke to marlow print, they love it', 'marlow print'],
    ['popped into the Copper Kettle, they like it', 'Copper Kettle'],
    ['sent the contract to Bridgeport', 'Bridgeport'],
    ['called mum', 'mum'],
    ['bumped into lisa from northgate logistics at the gym', 'lisa'],
    ['had coffee w/ mike at bluewave, intro to cfo next wk', 'mike'],
    ['nanzhi called, they went w/ kingdee', 'nanzhi'],
    ['beichen wants 2 wks trial, f/u 12/14', 'beichen'],
    ['jincheng price too high they want 250k', 'jincheng'],
    ['lisa says budget is 60k', 'lisa'],
    ['remind me to call sarah 12/3 9:30am', 'sarah'],
    ['send sarah the pricing sheet', 'sarah'],
  ])('%s', (line, name) => expect(namesInPlace(line)).toEqual([name]));

  it.each([
    'called, no answer',
    'met the owner, she is happy',
    'Boss said no',
    'they want Salesforce integration',
    'emailed the proposal to them',
    'spoke to accounts, invoice is paid',
    'they moved to Zoom on Monday',
    'going back next Thursday at 10am',
  ])('none in: %s', (line) => expect(namesInPlace(line)).toEqual([]));
});

describe('people whom a sentence introduces', () => {
  it.each([
    ['met their new CFO Priya Raman today', ['Priya Raman']],
    ["spoke to Siobhan O'Malley, she runs procurement", ["Siobhan O'Malley"]],
    ['new contact at Acme: Jane Doyle, accounts', ['Jane Doyle']],
    ['introduced me to her brother Danny Park, he does the buying', ['Danny Park']],
    ['they have a new GM, Dana Hartley-Jones', ['Dana Hartley-Jones']],
    ['visited them on Monday, the buyer is away', []],
    ['Happy New Year to the team', []],
  ])('%s', (line, names) => expect(introducedPeople(line, []).map(({ words }) => words)).toEqual(names));
});

describe('sums as other countries and people write them', () => {
  it.each([
    ['€40.000', 40_000],
    ['1.234.567 €', 1_234_567],
    ['1.234,50 EUR', 1234.5],
    ['250 000 EUR', 250_000],
    ["CHF 80'000", 80_000],
    ['75 grand', 75_000],
    ['forty-five thousand dollars', 45_000],
    ['half a million', 500_000],
    ['a quarter of a million', 250_000],
    ['3 hundred thousand dollars', 300_000],
    ['twenty k', 20_000],
    ['$1.2M', 1_200_000],
    ['$40.50', 40.5],
    ['40.000,- €', 40_000],
    ['40,5k EUR', 40_500],
    ['1,2 Mio €', 1_200_000],
    ['kr 40 000', 40_000],
    ['A$30,000', 30_000],
    ['₹12,50,000', 1_250_000],
    ['12 lakh', 1_200_000],
    ['a quarter million dollars', 250_000],
    ['two and a half million', 2_500_000],
    ['a million and a half', 1_500_000],
    ['one point two five million', 1_250_000],
  ])('%s', (line, value) => expect(findAmounts(line).map(({ piece }) => piece.value)).toEqual([value * 100]));

  it.each([
    'Phase 3',
    'one demo',
    'version 1.200',
    'room 250 000',
    'a thousand thanks to the hundred of you',
    'a million people',
    'an hour and a half',
    '$20k-$25k',
    'price is 12,5',
  ])('none in: %s', (line) => expect(findAmounts(line)).toEqual([]));
});

describe('the currency that is said', () => {
  it.each([
    ['€40.000', 'EUR'],
    ['£1.2m', 'GBP'],
    ['USD 20,000.50', 'USD'],
    ['30万美元', 'USD'],
    ['30万人民币', 'CNY'],
    ['$50k', undefined],
    ['€40k or £35k', undefined],
    ['Euro Foods, 40k', 'EUR'],
    ['two pounds of flour', undefined],
  ])('%s: %s', (line, code) => expect(currencySaid(line)).toBe(code));
});

describe('the name at the head of a lead', () => {
  it.each([
    ['Smith & Wesley Legal wants a portal', 'Smith & Wesley Legal', ''],
    ["Procter & Gamble UK Ltd., Anne O'Brien, wants WMS", 'Procter & Gamble UK Ltd.', "Anne O'Brien"],
    ["Marks & Spencer, contact Joe D'Angelo, interested", 'Marks & Spencer', "Joe D'Angelo"],
    ['T-Mobile US, contact Jean-Luc Picard, wants CRM', 'T-Mobile US', 'Jean-Luc Picard'],
    ["St. John's Ambulance, Mary-Ann Lee, needs CRM", "St. John's Ambulance", 'Mary-Ann Lee'],
    ['7-Eleven Japan Co., Ltd. wants CRM', '7-Eleven Japan Co. Ltd.', ''],
    ['Smith, Jones & Partners LLP wants', 'Smith Jones & Partners LLP', ''],
    ["Rosa's Thai Cafe - Soho wants booking", "Rosa's Thai Cafe - Soho", ''],
    ['Larkspur Hotels - Jane Smith wants a demo', 'Larkspur Hotels', 'Jane Smith'],
    ['de Vries BV wants a demo', 'de Vries BV', ''],
    ['20th Century Cinemas wants', '20th Century Cinemas', ''],
    ['Ernst & Young (London) LLP wants', 'Ernst & Young (London) LLP', ''],
    ['Acme, speak to Jane Smith', 'Acme', 'Jane Smith'],
    ['Larkspur ERP', 'Larkspur', ''],
    ['Northwind Traders SAP rollout', 'Northwind Traders', ''],
    ['Acme Ltd, Ben & Partners too', 'Acme Ltd', 'Ben & Partners'],
    ['Bluebird Logistics Jane Smith wants', 'Bluebird Logistics', 'Jane Smith'],
  ])('%s', (line, name, person) => {
    const tokens = tokensOf(line);
    const head = nameHead(tokens);
    const words = (span?: TokenSpan) => (span ? joined(tokens.slice(span.from, span.from + span.count)) : '');
    expect([words(head.name), words(head.person)]).toEqual([name, person]);
  });
});
