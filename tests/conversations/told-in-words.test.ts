import { describe, expect, it } from 'vitest';
import { printed } from '../support/world.js';
import { found } from './company.js';
import { Writing } from './written.js';

/** What Amy says, one after the other, and what each line writes; talks are apart by more than half an hour. */
const told: [about: string, lines: [line: string, writes: string[]][]][] = [
  [
    'new customers by their whole names',
    [
      [
        'picked up a new prospect at the market, Pickle & Rye Deli, guy called Ben Ortiz',
        ['lead Pickle & Rye'],
      ],
      ['going over there on monday to show him the handheld', ['task Pickle & Rye Deli']],
      ['new prospect Salt & Stone Bakery, the owner is Maria Lopez', ['lead Salt & Stone Bakery']],
      ['new lead from the market, Blue Heron Books, woman called Tess Moore runs it', ['lead Blue Heron']],
      ["there's a new lead, name is Corner Bike Co, chap named Sam Reed", ['lead Corner Bike Co']],
      ['new customer: Fig and Olive Bistro, lady called Ann Sykes', ['lead Fig and Olive Bistro']],
      ['new prospect, guy called Rob Stone, 415-555-0133', ['lead Rob Stone']],
    ],
  ],
  [
    'contacts of several customers',
    [
      ['put down demo for jane next thursday and a call to sue on monday', ['task Larkspur', 'task Fenwick']],
      ['call jane and omar tomorrow', ['task Larkspur', 'task Bluebird']],
      ['met jane today and sue yesterday', ['follow-up Larkspur', 'follow-up Fenwick']],
      ['call jane on monday and send her the quote on wednesday', ['task Larkspur', 'task Larkspur']],
      ['please send the bill to accounts', []],
    ],
  ],
  [
    'reports that begin like questions',
    [
      ['did larkspur this morning and ironwood after lunch', ['follow-up Larkspur', 'follow-up Ironwood']],
      ['did fenwick yesterday, sue liked the samples', ['follow-up Fenwick']],
      ['what matters is i rang bluebird and they want a discount', ['follow-up Bluebird']],
      ['did larkspur get the quote this morning', []],
      ['did ironwood pay yesterday?', []],
      ['what matters to larkspur', []],
    ],
  ],
  [
    'promises and other days',
    [
      ['jane called, i promised her the phase list by next friday', ['follow-up Larkspur', 'task Larkspur']],
      ["spoke with omar, told him he'd have the quote by wednesday", ['follow-up Blue', 'task Blue']],
      ['texted sue that im away next week, phone call with her next thursday', ['follow-up Fen', 'task Fen']],
      ['texted bill that im away next week', ['follow-up Ironwood']],
      ['kickoff with them next wednesday', ['task Ironwood']],
      ["i'll check next friday whether the money has arrived", ['task Ironwood']],
      ['lunch with my wife next wednesday', []],
      ['jane promised a decision by next friday', ['follow-up Larkspur']],
      ['call jane today', ['task Larkspur']],
      ['jane got back to me after all, they approved it', ['follow-up Larkspur']],
      ["jane told me if we can do 28k she'd sign this month", ['follow-up Larkspur']],
      ["if jane signs i'll buy lunch", []],
    ],
  ],
  [
    'corrections',
    [
      ['call sue next wednesday', ['task Fenwick']],
      ['Hmm, Thursday rather', ['task moved']],
      ['Sorry, I misread my diary, that’s next Monday', ['task moved']],
      ["no wait monday i'm at the dentist make it tuesday", ['task moved']],
      ['jane got the date wrong, it was friday', ['follow-up Larkspur']],
      ['scratch that last one i mixed it up with another chain', ['undo']],
      ['deal Fenwick Joinery Stock 8k end of February', ['deal Fenwick']],
      ["Got the sum wrong, it's 6k", ['deal changed Fenwick']],
      ["they got the sum wrong, it's 5k", ['follow-up Fenwick']],
    ],
  ],
];

/** Questions, and what their answers show; nothing is written. */
const asked: [line: string, shows: string][] = [
  ['when was larkspur supposed to close', 'Close date: Wed, Dec 30'],
  ['when is larkspur due to close', 'Close date: Wed, Dec 30'],
  ['where does the webshop one stand', 'Negotiation'],
  ['remind me what i still owe people this week', 'Send the contract'],
  ['what have i promised this week', 'Send the contract'],
  ['remind me what i have tomorrow', 'Send the contract'],
  ['which of my deals is worth more, by the way', '80,000'],
  ['sue is where again', 'Fenwick Joinery'],
  ['jane works where again', 'Larkspur Hotels'],
  ['who does omar work for', 'Bluebird Logistics'],
  ['how many deals does bluebird have', 'Fleet app'],
  ['how many deals does larkspur have now', 'Booking engine'],
  ['how many deals do i have', '4 deals'],
];

/** Where the last note went; each is asked after a note about Larkspur. */
const askedWhere = [
  "You didn't put that under Ironwood, did you",
  'did that go under larkspur',
  'which customer did you put that under',
  'where did you log that',
  "that's not under Ironwood, is it",
];

describe('what people tell and ask in their own words', () => {
  it.each(told)('writes %s', { timeout: 60_000 }, async (_, lines) => {
    const { w, actors } = await found('en');
    const amy = actors.get('Amy Chen');
    const writing = new Writing(w.store.db);
    await writing.since();
    for (const [line, writes] of lines) {
      await amy?.says(line);
      const written = (await writing.since()).filter(({ isMinor }) => !isMinor).map(({ words }) => words);
      expect([line, written]).toEqual([line, writes.map((one) => expect.stringContaining(one))]);
    }
    await w.close();
  });

  it('answers questions, and writes nothing', { timeout: 60_000 }, async () => {
    const { w, actors } = await found('en');
    const amy = actors.get('Amy Chen');
    const writing = new Writing(w.store.db);
    const shown = async (line: string) => ((await amy?.says(line))?.cards ?? []).map(printed).join('\n');
    await writing.since();
    for (const [line, shows] of asked) {
      expect([line, await shown(line)]).toEqual([line, expect.stringContaining(shows)]);
      expect([line, await writing.since()]).toEqual([line, []]);
      w.clock.advance(31 * 60_000);
    }
    await amy?.says('rang larkspur, they like it');
    await writing.since();
    for (const line of askedWhere) {
      expect([line, await shown(line)]).toEqual([line, expect.stringContaining('Larkspur Hotels')]);
      expect([line, await writing.since()]).toEqual([line, []]);
    }
    await w.close();
  });
});
