import { QuestionLine } from './question-line.js';
import { takeParts } from './question-parts.js';
import type { KnownNames, QuestionReading } from './question-reading.js';
import { dropPronouns, pronounIn } from './question-whose.js';

/** Any contact counts: whether there was a visit or a call is another question. */
const without =
  /(?:还|都)*(?:有)?(?:哪些|哪几[个家]|多少|几[个家]|什么)?(?:的)?(?:客户|公司)(?:还|都|一直|是)*(?:没有?|未)(?:人)?(?:再)?(?:跟进?|联系|沟通|动)(?:过|了|到|的)*|(?:还|都)*(?:没有?|未)(?:人)?(?:跟进?|联系|沟通)(?:过|了)*的(?:客户|公司)(?:有|是)*(?:哪些|哪几[个家]|多少|几[个家])?|\b(?:which|what|how many)(?: of)?(?: (?:my|our|the|his|her|their))? (?:customers|accounts|clients)\b(?: (?:that|did|have|has|were|are|who))*(?: (?:we|i|you))?(?: (?:not|haven't|hasn't|didn't|weren't|have|did))*(?: (?:we|i|you|not|been|yet))*(?: (?:contact(?:ed)?|follow(?:ed)? up(?: (?:on|with))?|talk(?:ed)? to|sp(?:oken?|eak) (?:to|with)|touch(?:ed)?))\b/iu;
const denies = /没|未|\b(?:not|haven't|hasn't|didn't|weren't)\b/iu;

/** Spans that reach up to now. */
const upToNow = /^this|^today$|^last\d+d$|^since:/;

/**
 * Reads a question for the customers without a follow-up in a span up to now: 这周还有哪些客户没跟进, `which customers haven't
 * we contacted this month`. Undefined if the words ask for anything else, or for another span.
 */
export function customersWithout(plain: string, known: KnownNames): QuestionReading | undefined {
  const line = new QuestionLine(plain);
  const found = line.take(without);
  if (!found || !denies.test(found[0])) return undefined;
  const pronoun = pronounIn(new QuestionLine(plain));
  const { whose, period, days, filters, ...others } = takeParts(line, known);
  if (!period || !upToNow.test(period) || days !== undefined || Object.keys(others).length > 0)
    return undefined;
  if (filters.customer || filters.values.length > 0 || filters.amount) return undefined;
  dropPronouns(line);
  if (/[^\s的呢吗啊还都有]/u.test(line.left.replace(/\b(?:yet|in|over|the|have|any|there|are)\b/giu, '')))
    return undefined;
  const asked = whose ?? pronoun;
  return { measure: 'silent', ...(asked ? { whose: asked } : {}), period, filters: { values: [] } };
}
