import type { DemoCompany, DemoTeam } from './demo-cast.js';

/** Puts values into a line's blanks: "log {no} {note}". Throws if a blank has no value. */
export const filled = (line: string, values: Record<string, string | number>): string =>
  line.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`the demo says "${line}" without ${name}`);
    return String(value);
  });

/** An amount as the company says it; `units` counts in the unit of its amounts. */
export const amountSaid = ({ amounts }: DemoCompany, units: number): string =>
  filled(amounts.form, { n: units });

/** A day as the company says it: "Dec 3". */
export function daySaid({ months, day: form }: DemoCompany, day: string): string {
  const [, month, date] = day.split('-').map(Number);
  return filled(form, { month: months[(month ?? 1) - 1] ?? '', day: date ?? 1 });
}

/** The nth customer of a team, with a contact and a phone number of its own; newcomers come after its customers. Undefined beyond the last. */
export function nthCustomer(company: DemoCompany, team: DemoTeam, n: number) {
  const known = company.customers[team];
  const customer = known[n] ?? company.newcomers[n - known.length];
  if (customer === undefined) return undefined;
  const { given, family, form } = company.contacts;
  const nth = n + (team === 'first' ? 0 : company.customers.first.length);
  const name = {
    given: given[(nth + Math.floor(nth / family.length)) % given.length] ?? '',
    family: family[nth % family.length] ?? '',
  };
  return { customer, contact: filled(form, name), phone: phoneOf(company, team, n) };
}

/** A number of its own for each n below 90; the last ten are for leads of the pool. */
export function phoneOf({ phones }: DemoCompany, team: DemoTeam, n: number): string {
  const forms = phones[team];
  return filled(forms[n % forms.length] ?? '', { nn: String(10 + n) });
}
