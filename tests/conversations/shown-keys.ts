import { callsOf } from '../../kernel/card/card.js';
import type { Answer } from '../../kernel/chat/chat.js';
import { type Actor, printed, type World } from '../support/world.js';

/** Ids of rows, and keys as the code writes them: `task.dropped`, `thisQuarter`. */
const inside = [/\b\d[0-9A-HJKMNP-TV-Z]{19}\b/gu, /\b[a-z]{2,}(?:\.[a-z]+[A-Z]|[A-Z])[A-Za-z]+\b/gu];

/**
 * Lists what no reader knows in an answer: ids and keys in its words and in the lines that its buttons are typed as, and the
 * keys of stages, reasons and steps in lines that are typed in Chinese.
 */
export function keysShown(w: World, { person }: Actor, { cards }: Answer): string[] {
  const own = cards.map(printed).join('\n');
  const { process } = w;
  const keys = new Set(
    [...process.lossReasons, ...process.pipelines.flatMap(({ stages }) => stages.flatMap(ofStage))].map(
      ({ key }) => key,
    ),
  );
  const locale = person.locale ?? w.locale;
  const typed = cards.flatMap(callsOf).map((call) => w.say(call, locale));
  const named = locale === 'zh' ? typed.flatMap((line) => line.split(/[\s>"]+/u)) : [];
  return [
    ...inside.flatMap((one) => own.match(one) ?? []).filter((word) => !known.has(word)),
    ...inside.flatMap((one) => typed.flatMap((line) => line.match(one) ?? [])),
    ...named.filter((word) => keys.has(word)),
  ];
}

/** Names and settings of the process file, as it writes them itself. */
const known = new Set(['usefulOnly', 'iPhone', 'iPad']);

const ofStage = (stage: { key: string; steps: { key: string }[] }) => [stage, ...stage.steps];
