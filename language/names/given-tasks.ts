import type { ReadAt } from '../../kernel/pieces/base/piece.js';
import { scan } from '../../kernel/pieces/scan.js';
import { literalPattern } from '../../kernel/words/literal-pattern.js';

/** A colleague and what they are asked to do: Tom, "visit Harbor Dental on Friday". */
export interface GivenTask {
  who: string;
  what: string;
}

/** First names that are English words as well: as names they need their capital. */
const wordsToo =
  /^(?:will|mark|bill|grant|may|rob|sue|pat|drew|art|frank|grace|hope|joy|rose|dawn|summer|june|april|august|ray|guy|chase|chance|miles|page|faith|ivy|jade|pearl|robin|dale|victor|don|rich|skip|trip|wade|sandy|penny|ginger|olive|lily|violet|iris|amber|crystal|ruby|carol|eve|star|lane|lance|max|jack|john|pierce)$/iu;

/** Whether a first name is an English word as well. */
export const isWordToo = (name: string): boolean => wordsToo.test(name);

/** What colleagues are called in a sentence: their whole names, and first names that only one of them has. */
export function calledColleagues(text: string, names: readonly string[]): Map<string, string> {
  const called = new Map(names.map((name) => [name, name]));
  for (const name of names) {
    const first = /^\p{Script=Latin}[\p{L}'-]+(?= )/u.exec(name)?.[0];
    if (!first || names.some((other) => other !== name && other.startsWith(`${first} `))) continue;
    const flags = wordsToo.test(first) ? 'u' : 'iu';
    const said = RegExp(`(?<![\\p{L}\\d])${literalPattern(first)}(?![\\p{L}\\d])`, flags).exec(text);
    // Who is asked to do something is somebody, in small letters too: "remind jack to call".
    const asked = RegExp(
      `(?<=\\b(?:remind|tell|ask|get|ping|nudge) )${literalPattern(first)}(?= (?:to|about|that)\\b)`,
      'iu',
    ).exec(text);
    if (asked) called.set(asked[0], name);
    // "Tom Reed" is somebody else than Tom Baker.
    if (said && !/^ \p{Lu}\p{Ll}/u.test(text.slice(said.index + first.length))) called.set(first, name);
  }
  return called;
}

const polite =
  "(?:(?:please|pls|plz|kindly|also|and|then|so|ok|okay|hey|hi|can you|could you|would you|will you|can we|let's|i'd like to|i want to|i need to|just)[\\s,]+)*";
const messenger =
  '(?:remind|tell|ask|get|nudge|ping|message|text|have|let|make sure|chase|instruct|order|assign|schedule)';
const linked =
  "(?:\\s+know)?(?:\\s+that)?(?:\\s+(?:he|she|they)(?:'s| is|'re| are)?)?\\s+(?:to|should|must|needs to|has to|have to|need to|ought to|is to)\\s+";
const wanted = "(?:i|we)(?:'d| would)? (?:need|want|like)";
const duty =
  "\\s+(?:(?:really |still |also )?(?:needs|has|ought|is supposed|is due|is going|is) to|should|must|will|'ll|can|better|had better)\\s+(?:please\\s+|also\\s+|then\\s+)?";
const vocative =
  "[,:]?\\s+(?:please|pls|plz|can you|could you|would you|will you|you need to|you should|you must|don't forget to|remember to)[\\s,]+(?:please\\s+|also\\s+)?";
const bestowed =
  '(?:(?:add|create|make|set(?: up)?|new|give|assign)\\s+)?(?:an?\\s+|the\\s+)?(?:new\\s+)?(?:task|to-?do|reminder|job|action)\\s+(?:for|to)\\s+';
/** Words with which one goes on to what is to be done: an English verb as it is said to somebody. */
const verb =
  '(?:call|ring|phone|e-?mail|mail|text|message|ping|send|drop|visit|meet|see|check|chase|follow|try|retry|demo|quote|go|come|swing|pop|stop|catch|speak|talk|chat|present|show|deliver|bring|take|drive|fly|book|hand|share|pitch|sign|review|circle|touch|reach|get|give|nudge|write|pick|collect|finish|prep|prepare|draft|submit|do|start|run|hold|host|install|train|arrange|organi[sz]e|schedule|set|confirm|discuss|update|remind|introduce|close|push|move|log|look|find|ask|tell|make|put|contact|invite|revisit|resend|work|sort|fix|return|cover|plan|attend|join|lead|handle|clear|renew|agree|negotiate|re-?send|re-?quote|head)\\b';

/**
 * Finds the colleague to whom an English line gives something to do, and what; undefined if it gives nobody anything:
 * "remind Tom to call Acme on Monday", "Tom, please visit Acme", "task for Tom: call Acme". `called` are the names by which
 * colleagues go.
 */
export function givenTask(
  text: string,
  called: ReadonlyMap<string, string>,
  at: ReadAt,
): GivenTask | undefined {
  const line = text
    .trim()
    .replace(/[’‘]/gu, "'")
    .replace(/[?!.\s]+$/u, '');
  const heard = line.toLowerCase();
  // Few names stand in a line, and to look for their letters costs far less than to build the patterns.
  const said = [...called].filter(([name]) => heard.includes(name.toLowerCase()));
  for (const [name, who] of said.sort(([a], [b]) => b.length - a.length)) {
    const flags = wordsToo.test(name) ? 'u' : 'iu';
    const n = `@?${literalPattern(name)}`;
    const rests = [
      // "remind Tom to call", "tell Tom that he should call", "have Tom call".
      RegExp(`^${polite}${messenger}\\s+${n}${linked}(?<what>${verb}.*)$`, flags),
      RegExp(
        `^${polite}(?:have|let|make sure(?: that)?|get|see that)\\s+${n}\\s+(?<what>${verb}.*|(?:calls|rings|visits|sends|emails|meets|does|gets|goes|follows)\\b.*)$`,
        flags,
      ),
      RegExp(`^${polite}${wanted}\\s+${n}\\s+to\\s+(?<what>${verb}.*)$`, flags),
      // "remind Tom about the Acme quote on Monday", "remind Tom tomorrow to call Acme".
      RegExp(`^${polite}remind\\s+${n}\\s+(?<what>(?:about|of|that|re)\\s.*)$`, flags),
      RegExp(
        `^${polite}${messenger}\\s+${n}\\s+(?<day>(?:on |by |this |next )?[\\w' ]{3,24}?)\\s+to\\s+(?<what>${verb}.*)$`,
        flags,
      ),
      // "Tom, please call Acme", "@Tom call Acme".
      RegExp(`^${polite}${n}${vocative}(?<what>${verb}.*)$`, flags),
      RegExp(`^@${literalPattern(name)}[,:]?\\s+(?:to\\s+)?(?<what>${verb}.*)$`, flags),
      // "Tom needs to call Acme", "Tom will call Acme".
      RegExp(`^${polite}${n}${duty}(?<what>${verb}.*)$`, flags),
      RegExp(`^can ${n} (?:please )?(?<what>${verb}.*)$`, flags),
      // "task for Tom: call Acme", "for Tom: call Acme", "assign Tom a task to call Acme".
      RegExp(`^${polite}${bestowed}${n}\\s*[:,–—-]?\\s*(?:to\\s+)?(?<what>\\S.*)$`, flags),
      RegExp(`^${polite}(?:for|todo|to-do) ${n}\\s*[:–—-]\\s*(?:to\\s+)?(?<what>\\S.*)$`, flags),
      RegExp(
        `^${polite}(?:give|assign|set|hand)\\s+${n}\\s+(?:an?|the|this)\\s+(?:new\\s+)?(?:task|to-?do|reminder|job)\\s*[:–—-]?\\s*(?:(?:to|of)\\s+)?(?<what>\\S.*)$`,
        flags,
      ),
    ];
    for (const rest of rests) {
      const { what, day } = rest.exec(line)?.groups ?? {};
      if (what === undefined) continue;
      if (day === undefined) return { who, what: what.trim() };
      if (isDay(day, at)) return { who, what: `${what.trim()} ${day.trim()}` };
    }
  }
  return undefined;
}

/** Whether the words are a day and nothing else. */
const isDay = (words: string, at: ReadAt): boolean =>
  scan(words, new Set(['date'] as const), at).some(
    ({ from, to }) => words.slice(0, from).trim() === '' && words.slice(to).trim() === '',
  );

const beginning = RegExp(
  `^(?!(?:how|what|when|where|who|why|whether|if|them|us|me|about|for|the|a|an)\\b)@?[\\p{L}'-]+(?: [\\p{L}'-]+)? to ${verb}`,
  'iu',
);

/** Somebody who is to be asked: "Jane about the budget", "bill if it was paid", "them for a date". */
const somebody =
  /^(?!(?:how|what|when|where|who|why|which|whether|if|about|for|the|an?|any|all|more)\b)@?[\p{L}'-]+(?: (?!about\b|if\b|for\b)[\p{L}'-]+)? (?:about|if|whether|for (?:an?|the|his|her|their)) /iu;

/** Whether words after "ask" tell of somebody to be asked or to do something, instead of asking anything: "Tom to send the quote". */
export const asksSomebodyTo = (words: string): boolean =>
  beginning.test(words.trim()) || somebody.test(words.trim());
