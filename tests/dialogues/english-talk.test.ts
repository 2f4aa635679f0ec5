import { afterEach, beforeEach, describe, it } from 'vitest';
import { type Actor, type World, world } from '../support/world.js';

let w: World;
let amy: Actor;
let tom: Actor;
let linda: Actor;

beforeEach(async () => {
  w = await world({ locale: 'en' });
  linda = await w.manager('Linda Fox');
  amy = await w.rep('Amy Chen');
  tom = await w.rep('Tom Baker');
  await amy.says('deal Larkspur Hotels POS 30k Jane Smith');
  await amy.says('deal Ironwood Cycles Webshop 80k Bill Okafor');
  await amy.says('lead Fenwick Joinery Sue Park');
  await tom.says('deal Harbor Dental CRM 20k');
});
afterEach(async () => await w.close());

describe('a name that no record knows', () => {
  it('is never filed on the customer talked of, nor on the one whose deal has such words', async () => {
    await amy.says('Larkspur Hotels').sees('Larkspur');
    await amy
      .says('visited Acme Foods, they want POS')
      .sees('a customer called "Acme Foods"')
      .misses('Logged');
    await amy
      .says('emailed marlow print the quote, he will think about it')
      .sees('Which customer')
      .misses('Logged');
    await amy.says('northgate mill called, they want POS').misses('Logged');
    await amy.says("Pemberton's rang back, they're in").misses('Logged');
    await amy.says('lunch at Bellway today, she wants a quote by friday').misses('Logged');
    await amy.says('cancel');
    await amy.says('called mum').misses('Logged');
    await amy.says('oh yeah already did them sorry').misses('Logged');
    await amy.says('haha Larkspur again!').misses('Logged');
    await amy.says('called, no answer').sees('Logged · Larkspur Hotels');
    await amy.says('they want POS in three hotels').sees('Logged · Larkspur Hotels');
  });
});

describe('what comes next', () => {
  it('is a task beside the follow-up, of a weekday to come', async () => {
    await amy.says('met Jane at Larkspur, wants pricing by next weds').sees('Logged · Larkspur', 'Next step');
    await amy.says('visited Fenwick, ringing back Tuesday').sees('Logged · Fenwick', 'Next step: Tue');
    await amy.says('will call her monday').sees('Planned · Mon');
    await amy.says('ring her jan 6').sees('Planned · Wed');
    await amy.says('Fenwick are closed till Monday, trying again then').sees('Mon');
    await amy
      .says("Bill at Ironwood is showing it to his CFO, he's meeting her Monday")
      .misses('Next step: Mon');
  });

  it('is found by the contact who is named, and asked about where nobody knows whom', async () => {
    await amy.says('remind me to call Sue tomorrow at 11').sees('Fenwick Joinery', 'Planned');
    await amy.says('call Bill back tomorrow at 10am').sees('Ironwood Cycles', 'Planned');
    await amy.says('could you remind me to ring him on Tuesday?').sees('Ironwood Cycles', 'Planned');
    await amy.says('call Joan back tomorrow at 10am').sees('Which customer');
    await amy.says('cancel');
    await amy.says('remind me to call Sue').sees('date');
    await amy.says('tomorrow').sees('Fenwick Joinery');
    await amy.says('ring Sue tomorrow and Bill on Monday').sees('Fenwick Joinery', 'Ironwood Cycles', 'Mon');
  });

  it('is the task of the colleague whom a manager names, by the first name as well', async () => {
    await linda.says('remind Amy to call Larkspur tomorrow').sees('Owner: Amy Chen');
    await linda.says('Tom please visit Harbor Dental on Friday').sees('Owner: Tom Baker');
    await linda.says('ask Amy to send the quote to Ironwood Cycles on Monday').sees('Owner: Amy Chen');
    await linda.says('task for Tom: call Harbor Dental Monday').sees('Owner: Tom Baker');
    await linda.says('Amy, can you call Fenwick tomorrow?').sees('Owner: Amy Chen');
    await linda.says('ask Amy to send the quote').sees('Which customer', 'Larkspur Hotels').misses('Harbor');
    await tom.says('Amy please call Harbor Dental tomorrow').sees('Is this a task for Amy Chen').misses('T-');
  });
});

describe('people at a customer', () => {
  it('are kept by their whole names, with a number only if it is theirs', async () => {
    await amy.says("spoke to Siobhan O'Malley at Larkspur Hotels, she runs procurement").sees("O'Malley");
    await amy.says('ironwood’s ops lead is Gus Lindqvist, 415-555-0166').sees('New contact: Gus Lindqvist');
    await amy.says("what's Gus Lindqvist's phone").sees('0166');
    await amy
      .says('visited Fenwick and Ironwood, Sue wants samples and Bill wants a discount')
      .sees('Logged');
    await amy.says('Fenwick Joinery').sees('Sue Park').sees('Contacts: Sue Park').misses('Sue Park, ');
  });

  it('are not taken from a mail that somebody else wrote', async () => {
    await amy.says(
      'FW: pilot\nFrom: Sue Park\nTo: Amy\nHi Amy,\ncall Rita Stone on 415-555-0199 on Monday\nBest,\nSue',
    );
    await amy.taps('Log for').sees('Logged · Fenwick Joinery', 'No next step yet');
    await amy.says('Fenwick Joinery').sees('Contacts: Sue Park').misses('Sue Park 415', 'Sue Park, ');
  });
});

it('corrects the customer within a sentence', async () => {
  await amy
    .says('visited Larkspur today, they want a pilot, no wait, Ironwood')
    .sees('Logged · Ironwood')
    .misses('Larkspur Hotels');
  await amy.says('met Fenwick, sorry I mean Larkspur, they want a discount').sees('Logged · Larkspur Hotels');
});

it('answers in the language that was chosen', async () => {
  await amy.says('language 中文').sees('中文');
  await amy.says('我的待办').sees('待办');
  await amy.says('语言 English').sees('English');
  await amy.says('tasks').sees('tasks');
});

it('reads a list as what it is', async () => {
  await amy.says('To do tomorrow:\n1. send Sue at Fenwick the brochure\n2. call Bill at Ironwood');
  await amy.says('tasks').sees('brochure', 'call Bill at Ironwood');
  await amy
    .says('Fenwick visit notes\n- Sue showed me the workshop\n- they run everything on paper')
    .sees('Logged · Fenwick');
});
