import { findCustomerMentions } from '../names/customer-mentions.js';
import { clausesOf } from '../reading/clauses.js';
import type { Mention, Names } from '../reading/sentence-reading.js';

/** One corrects oneself within a sentence: "visited Acme, no wait, Bluebird". */
const slip =
  /[\s,.;…—-]+(?:(?:oh |ah |er |um )?(?:no,? wait|wait,? no|oh,? wait|wait|no,? sorry|sorry,? no|sorry,?(?: i (?:mean|meant))?|i (?:mean|meant)|scratch that|correction|or rather|rather|make that|actually,? no|not that)[\s,:-]+(?:no[\s,]+)?)(?:it was |that was |it's |i was at |at |with |to |the )?(?<meant>[\p{L}][\p{L}\d'& -]{1,40}?)(?=[,.;]|\s(?:and|they|he|she|who|today|yesterday)\b|$)/iu;

/**
 * The sentence as it was meant where the speaker corrects the customer within it, or undefined: "met Acme, sorry, I mean Bluebird,
 * they want a demo" is "met Bluebird, they want a demo".
 */
export async function withoutSlip(text: string, names: Names): Promise<string | undefined> {
  const found = slip.exec(text);
  const meant = found?.groups?.meant;
  if (!found || !meant) return undefined;
  const [right] = await namesIn(`visited ${meant}`, names);
  if (!right || right.words.length < meant.trim().length - 4) return undefined;
  const head = text.slice(0, found.index);
  const [...wrong] = await namesIn(head, names);
  const last = wrong.at(-1);
  if (!last || last.hits[0]?.id === right.hits[0]?.id) return undefined;
  const rest = text.slice(found.index + found[0].length);
  return `${head.slice(0, last.from)}${right.words}${head.slice(last.to)}${rest}`;
}

/** The customers that are named for sure. */
async function namesIn(text: string, names: Names): Promise<Mention[]> {
  const found = await findCustomerMentions(text, clausesOf(text), [], [], names, false);
  return found.filter(({ how }) => how === 'sure');
}
