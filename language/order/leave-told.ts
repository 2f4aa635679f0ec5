import type { ReadAt } from '../../kernel/pieces/base/piece.js';
import { literalPattern } from '../../kernel/words/literal-pattern.js';
import { isAsking, orderText } from '../correction/plain-order.js';
import { leaveDaysIn, leaveKind } from './leave-wish.js';

/** Leave that a line tells of, with who is away (undefined: the speaker) and who stands in. */
export interface LeaveTold {
  who?: string;
  deputy?: string;
  /** The days as the leave command takes them. */
  days: string;
}

/** Longest line read so, in characters. */
const longest = 90;

const covers =
  "(?:covers|(?:is |will be |'s )?covering|(?:will |'ll |can |to |should )?(?:cover|stand in|fill in|take over|step in|back (?:him|her|me|them) up)|stands in|fills in|steps in|takes over|is (?:the|his|her|their|my) (?:backup|back-?up|deputy|cover|stand-?in)|has (?:his|her|their|my) (?:accounts|deals|book|customers))";
const forWhom =
  "(?: for (?:him|her|them|me|us))?(?: (?:then|meanwhile|that day|that week|in the meantime|while (?:he|she|i|they)(?:'s| is|'m| am|'re| are)? (?:away|out|off|gone)))?";

/**
 * Reads that a colleague is away, or that the speaker is and who covers: "Tom is out Friday, Nina covers", "I'm off Monday, Amy
 * covers for me", "Amy covers for Tom on Friday". `called` are the names by which colleagues go.
 */
export function readLeaveTold(
  line: string,
  called: ReadonlyMap<string, string>,
  at: ReadAt,
): LeaveTold | undefined {
  const text = orderText(line)
    .replace(/[’‘]/gu, "'")
    .replace(/[.!\s]+$/u, '');
  if (text.length > longest || called.size === 0 || isAsking(text)) return undefined;
  const names = [...called.keys()].sort((a, b) => b.length - a.length).map(literalPattern);
  const n = `@?(?:${names.join('|')})`;
  const away = `(?<who>${n}|i)(?:'s|'m| is| am|'ll be| will be| is going to be)? ${leaveKind}(?: sick)?(?: (?:on|from|for|all))*`;
  const forms = [
    `^(?:fyi|heads up|note|btw|so)?[,:]? ?${away} (?<days>.{2,40}?)(?:(?: ?[,;–—-] ?|[,;]? (?:and|so|with) )(?<deputy>${n}) ${covers}${forWhom})?$`,
    `^(?:fyi|heads up|note|btw|so)?[,:]? ?${away} (?<days>.{2,40}?),? (?:covered by|cover(?:age)?(?: by|:| is)?|deputy:?|backup:?) (?<deputy>${n})$`,
    `^(?<deputy>${n}) ${covers} for (?<who>${n}|me) (?:on |from |for )?(?<days>.{2,40})$`,
  ];
  for (const form of forms) {
    const found = new RegExp(form, 'iu').exec(text)?.groups;
    const days = found && leaveDaysIn(found.days ?? '', at);
    if (!found || !days) continue;
    const who = personIn(found.who, called);
    const deputy = personIn(found.deputy, called);
    // That the speaker is away, and nothing else, is read elsewhere.
    if (!who && !deputy) continue;
    return { days, ...(who ? { who } : {}), ...(deputy ? { deputy } : {}) };
  }
  return undefined;
}

/** The whole name of the colleague who is called so; undefined for the speaker. */
function personIn(words: string | undefined, called: ReadonlyMap<string, string>): string | undefined {
  const said = words?.replace(/^@/u, '').toLowerCase();
  return [...called].find(([name]) => name.toLowerCase() === said)?.[1];
}
