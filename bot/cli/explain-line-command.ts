import { systemClock } from '../../kernel/time/clock.js';
import { listPeople } from '../../store/people/person-queries.js';
import { privatePlaces } from '../../store/people/place-queries.js';
import { makeDispatch } from '../product/product.js';
import { withCliContext } from './cli-context.js';
import { CliError, type Terminal, writeAnswer } from './terminal.js';

/**
 * `genjin explain-line "WORDS" --as NAME`: prints every reading of a line that the person might say in private now, the one
 * that is meant first. Nothing is written.
 */
export async function explainLineCommand(
  terminal: Terminal,
  line: string,
  flags: { as?: string; json: boolean },
): Promise<void> {
  await withCliContext(terminal, { make: false }, async ({ config, store, rules, zone }) => {
    const people = (await listPeople(store.db)).filter(({ active }) => active);
    const person = flags.as ? people.find(({ name }) => name === flags.as) : people[0];
    const names = people.map(({ name }) => name).join(', ');
    if (!person) throw new CliError(`--as ${flags.as ?? ''}: nobody is called so; known: ${names}`);
    const [place] = await privatePlaces(store.db, person.id);
    if (!place) throw new CliError(`${person.name} has no private chat with the bot yet`);
    const dispatch = makeDispatch({
      ...{ store, clock: systemClock, locale: config.locale, timeZone: zone },
      process: { inForce: rules, current: async () => rules },
      incident: (error) => String(error),
    });
    const readings = await dispatch.explainLine({ person, place, platform: place.platform, line });
    const lines = readings.map(
      ({ kind, strength, call }, at) =>
        `${at === 0 ? '→' : ' '} ${strength.padEnd(6)} ${kind.padEnd(10)} ${call?.command ?? ''} ${JSON.stringify(call?.input ?? {})}`,
    );
    const text = lines.length > 0 ? lines.join('\n') : 'nothing reads this line';
    writeAnswer(
      terminal,
      flags.json,
      { person: person.name, line, readings },
      `${person.name}: ${line}\n${text}\n`,
    );
  });
}
