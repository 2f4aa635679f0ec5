import type { Context } from '../../crm/access/context.js';
import type { WordReader } from '../../language/arbiter/reading.js';
import { readFollowUp } from '../../language/question/follow-up-question.js';
import type { QuestionReading } from '../../language/question/question-reading.js';
import { isAboutFigures, questionIn, readQuestion } from '../../language/question/read-question.js';
import { tellsSigned } from '../../language/sentence/stage-words.js';
import { readKnowing } from '../../reports/answers/read-known-question.js';
import { lastAct } from '../../store/activity/event-queries.js';
import { conversationOf, findTalk, lastQuestion } from '../../store/messages/conversation-queries.js';
import { isUnreadSince } from './last-report.js';
import { goingOn } from './name-alone.js';

/** How long after a question a line may still follow it, in ms. */
const followsFor = 15 * 60_000;

/** Reads which of the team's figures the words ask for, or undefined if they ask for something else. */
export async function figuresAsked(ctx: Context, words: string): Promise<QuestionReading | undefined> {
  if (words.length > longestAsked) return undefined;
  return (
    (await followUp(ctx, words)) ?? (await readKnowing(ctx, words, (known) => readQuestion(words, known)))
  );
}

/** Tells whether words asked outright may be about figures; answering those writes nothing. */
export const maybeFigures = (words: string): boolean =>
  words.length <= longestAsked && (isAboutFigures(words) || mayFollow.test(words));

/** Reads a line without a verb as a question about figures. */
export const readFigures: WordReader<Context> = async ({ line: said }, ctx) => {
  const line = await goingOn(ctx, said);
  return (await asksFigures(ctx, line))
    ? {
        kind: 'question',
        strength: 'strong',
        call: { command: 'ask', input: { words: line, figures: true } },
      }
    : undefined;
};

/** Tells whether a line without a verb asks for figures, or follows a question that did. */
async function asksFigures(ctx: Context, line: string): Promise<boolean> {
  if (line.length > longest || tellsSigned(line)) return false;
  if (mayAsk.test(line) || isAboutFigures(line)) {
    if (await readKnowing(ctx, line, (known) => questionIn(line, known))) return true;
  }
  return (await followUp(ctx, line)) !== undefined;
}

/** Longest line read as a question about figures, in characters: without a verb, and asked outright. */
const longest = 120;
const longestAsked = 300;

/** Signs of a question not recognized by its measure alone; most lines have none. */
const mayAsk =
  /[?？吗呢]|多少|几|谁|哪|什么|啥|怎么样|最|\b(?:who|whose|what|which|how|when|where|why|any|did|does|list|show|vs|versus|compared?)\b|比|同比|环比/iu;

/** Reads the last question with the part that this line changes, or undefined if it is too old. */
async function followUp(ctx: Context, line: string): Promise<QuestionReading | undefined> {
  if (!mayFollow.test(line) || (ctx.hasMissed && !ctx.subject)) return undefined;
  const since = new Date(ctx.now.getTime() - followsFor);
  const talk = conversationOf(ctx);
  const last = await lastQuestion(ctx.db, talk, since);
  // A newer report or list is what the line goes on from.
  const shown = await findTalk(ctx.db, talk);
  if (last && shown?.reportAt && shown.reportAt > last.at) return undefined;
  if (last && isUnreadSince(ctx, shown, last.at)) return undefined;
  // After a newer act, the line corrects that act instead.
  if (!last || (await lastAct(ctx.db, conversationOf(ctx), last.at))) return undefined;
  const before = await readKnowing(ctx, last.words, (known) => readQuestion(last.words, known));
  return before && (await readKnowing(ctx, line, (known) => readFollowUp(line, before, known)));
}

const mayFollow =
  /呢\s*[?？]?\s*$|(?:如何|怎么样)[?？]?\s*$|^(?:不对|不是|错了|我是说|我问的是|应该是|换|改|只看)|^(?:what about|how about|and|same for|now|no|nope|wrong|actually|just|only|ok|by|split|grouped?|ranked?|last|this|next|previous|who|whose|which|how much|what are they|list|show|total|value|worth|what|compared?|versus|vs)\b|^(?:那|这?其中|这?里面|这当中|再|换|上|本|这|下|今年|去年|明年|按|分|都|是|有|哪|列|具体|一共|总共|合计|加起来|多少钱|值|总?金额|谁|这些|它们|他们)/iu;
