import type { Card } from '../../kernel/card/card.js';
import type { Inbound } from '../../kernel/chat/chat.js';
import type { Unread } from '../../kernel/chat/unread.js';
import type { Speaking } from '../../kernel/command/command.js';
import { readTypedMarkup } from '../../kernel/words/typed-markup.js';
import { actsOfMessage, isPassedOn } from '../../language/arbiter/whole-message.js';
import { conversationOf } from '../../store/messages/conversation-queries.js';
import { personByIdentity } from '../../store/people/person-queries.js';
import { findPlace } from '../../store/people/place-queries.js';
import { type Locale, textsIn } from '../../texts/languages.js';
import { plainCard } from './dispatch-cards.js';
import type { ActGiven, DispatchOptions } from './dispatch-options.js';
import { findDraft } from './open-drafts.js';

/**
 * Longest act that is read, in characters: a line, and the words of a command that takes all lines of a
 * message, such as an article.
 */
const longestLine = 2_000;
const longestText = 10_000;

/** Most lines of one message that are acts of their own. */
const mostLines = 30;

/** A line of a message; `refusal` says in the speaker's language that it is too much to be read. */
export interface MessageLine {
  line: string;
  refusal?: (locale: Locale) => Card;
  /** The whole message, which somebody else wrote. */
  isPassedOn?: boolean;
  /** What came in place of words, or beside the message that ends with this line. */
  unread?: Unread | undefined;
}

/**
 * Splits a message into lines, one act each, unless the first line begins or continues something that takes
 * all lines. Skips empty lines; an empty message asks for help. A tap or form is one line without words.
 */
export async function linesOf<C extends Speaking & ActGiven>(
  options: DispatchOptions<C>,
  inbound: Inbound,
): Promise<MessageLine[]> {
  const { act } = inbound;
  if (act.kind !== 'say') {
    const most = options.registry.get(act.call.command)?.takesLines ? longestText : longestLine;
    return [withinLength('', valuesOf(act), most)];
  }
  const lines = act.text.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (lines.length === 0) return [act.unread ? { line: '', unread: act.unread } : { line: 'help' }];
  const read = await linesOfWords(options, inbound, act.text, lines);
  return act.unread
    ? read.map((one, at) => (at < read.length - 1 ? one : { ...one, unread: act.unread }))
    : read;
}

async function linesOfWords<C extends Speaking & ActGiven>(
  options: DispatchOptions<C>,
  inbound: Inbound,
  text: string,
  lines: string[],
): Promise<MessageLine[]> {
  const plain = lines.map(readTypedMarkup);
  const isPlain = lines.length === 1 && text.length <= longestLine && plain[0] === lines[0];
  if (!isPlain && (await takesLines(options, inbound, lines[0] ?? ''))) {
    const whole = text.trim();
    return [withinLength(whole, [whole], longestText)];
  }
  if (isPassedOn(lines)) return [{ ...withinLength(text.trim(), [text], longestText), isPassedOn: true }];
  if (lines.length > mostLines)
    return [{ line: '', refusal: refusalOf((t) => t.tooManyLines(lines.length, mostLines)) }];
  return actsOfMessage(plain).map((line) => withinLength(line, [line], longestLine));
}

/** Whether a message whose first line this is belongs to one command as a whole. */
async function takesLines<C extends Speaking & ActGiven>(
  { registry, store }: DispatchOptions<C>,
  { platform, speaker, place, thread }: Inbound,
  line: string,
): Promise<boolean> {
  const first = /^\s*\/?([^\s:：=＝]+)/.exec(line)?.[1] ?? '';
  const said = registry.said(first);
  if (said) return said.takesLines;
  const person = await personByIdentity(store.db, platform, speaker.id);
  const at = person && (await findPlace(store.db, platform, place.id));
  const draft = at && (await findDraft(store.db, conversationOf({ person, place: at, thread })));
  return draft !== undefined && registry.get(draft.call.command)?.takesLines === true;
}

function withinLength(line: string, given: readonly string[], most: number): MessageLine {
  const length = Math.max(0, ...given.map((words) => words.length));
  return length > most ? { line: '', refusal: refusalOf((t) => t.tooLong(length, most)) } : { line };
}

function valuesOf(act: Exclude<Inbound['act'], { kind: 'say' }>): string[] {
  const given = act.kind === 'form' ? { ...act.call.input, ...act.fields } : act.call.input;
  return Object.values(given).map((value) =>
    typeof value === 'string' ? value : JSON.stringify(value ?? null),
  );
}

const refusalOf =
  (word: (t: ReturnType<typeof textsIn>['dispatch']) => string): MessageLine['refusal'] =>
  (locale) => {
    const t = textsIn(locale).dispatch;
    return plainCard('error:long', t.tooMuch, word(t), 'warn');
  };
