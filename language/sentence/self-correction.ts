import { findCustomerMentions } from '../names/customer-mentions.js';
import { clausesOf } from '../reading/clauses.js';
import type { Mention, Names } from '../reading/sentence-reading.js';

/** One corrects oneself within a sentence: "visited Acme, no wait, Bluebird". */
const slip =
  /[\s,.;…—-]+(?:(?:oh |ah |er |um )?(?:no,? wait|wait,? no|oh,? wait|wait|no,? sorry|sorry,? no|sorry,?(?: i (?:mean|meant))?|i (?:mean|meant)|scratch that|correction|or rather|rather|make that|actually,? no|not that)[\s,:-]+(?:no[\s,]+)?)(?:it was |that was |it's |i was at |at |with |to |the )?(?<meant>[\p{L}][\p{L}\d'& -]{1,40}?)(?=[,.;]|\s(?:and|they|he|she|who|today|yesterday)\b|$)/iu;

/** Says that what was recorded lacks somebody: 刚那条记错了 听涛马姐也见了 ("the last one is wrong, I met Ms Ma of Tingtao as well"). */
const lacking =
  /^(?:我|刚才?|刚刚|上一?条|上面|前面|[那这]条|[那这]个|的)*(?:(?:[记写说搞弄]|[记写说]得)[错漏少](?:了)?(?:一?[个家条])?|不全|不对)(?:了)?[,\s]+(?<more>.*(?:也|还有|还去|还见).*)$/u;
const notOnly = /(?:^|[,\s])(?:不(?:光|只|止|单)(?:是)?|不是(?:光|只|单|就)(?:是)?)[^,\s]{1,12}$/u;

/** What is to be recorded besides, where the words say that the last record lacks it; undefined if they do not. */
export const alsoMeant = (text: string): string | undefined =>
  lacking.exec(text)?.groups?.more?.replace(notOnly, '').trim() || undefined;

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
