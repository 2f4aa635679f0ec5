import { describe, expect, it } from 'vitest';
import { castOf, type DemoCompany, demoManagerOf } from '../../../bot/sandbox/demo-cast.js';
import { daySaid, filled, nthCustomer, phoneOf } from '../../../bot/sandbox/demo-words.js';
import { locales, textsIn } from '../../../texts/languages.js';

const companies = locales.map((locale) => textsIn(locale).demo);
const [first, ...others] = companies as [DemoCompany, ...DemoCompany[]];

/** The shape of a description: its keys, the lengths of its lists, and the blanks of its lines. */
function shapeOf(value: unknown): unknown {
  if (typeof value === 'string') return (value.match(/\{\w+\}/g) ?? []).sort();
  // Names may be more in one language than in another.
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, shapeOf(inside)]));
}

/** Without what only has to be long enough: names are put together, and a customer's day is said in one's own order. */
const comparable = ({ contacts: _, ...company }: DemoCompany) => shapeOf(company);

describe('the company of the demo', () => {
  it('has the same shape in every language', () => {
    for (const other of others) expect(comparable(other)).toEqual(comparable(first));
  });

  it.each(companies)('has people, customers, contacts and phones of their own: $timeZone', (company) => {
    const ids = castOf(company).flatMap(({ id, name }) => [id, name]);
    expect(new Set(ids).size).toBe(ids.length);
    const names = [...Object.values(company.customers).flat(), ...company.newcomers, ...company.unclaimed];
    expect(new Set(names).size).toBe(names.length);
    const known = (['first', 'second'] as const).flatMap((team) =>
      company.customers[team].map((_, n) => nthCustomer(company, team, n)),
    );
    expect(known).not.toContain(undefined);
    const phones = known.map((one) => one?.phone);
    expect(new Set(phones).size).toBe(phones.length);
    for (const team of ['first', 'second'] as const)
      expect(nthCustomer(company, team, company.customers[team].length)?.customer).toBe(company.newcomers[0]);
  });

  it('uses phone numbers in English that no line has, and no Chinese', () => {
    const { demo } = textsIn('en');
    for (const n of [0, 1, 40, 82]) {
      expect(phoneOf(demo, 'first', n)).toMatch(/^\d{3}-555-01\d\d$/);
      expect(phoneOf(demo, 'second', n)).toMatch(/^(?:07700 900\d{3}|020 7946 0\d{3})$/);
    }
    expect(JSON.stringify(demo)).not.toMatch(/\p{Script=Han}/u);
  });

  it('gives each rep the manager of their team', () => {
    const cast = castOf(first);
    for (const rep of cast.filter(({ role }) => role === 'rep'))
      expect(demoManagerOf(cast, rep)).toMatchObject({ role: 'manager', team: rep.team });
  });

  it('says days as its readers do, and no line with an empty blank', () => {
    expect(companies.map((company) => daySaid(company, '2026-12-03'))).toEqual(['12月3日', 'Dec 3']);
    expect(() => filled('log {no} {note}', { no: 'D-1' })).toThrow('note');
  });
});
