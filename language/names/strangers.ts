import { literalPattern } from '../../kernel/words/literal-pattern.js';

/** Words after a verb of meeting or calling that name nobody in particular: pronouns, small words, roles, days. */
const nobody = new Set(
  `i we you he she it they me us him her them mine ours yours his hers its their our my your this that these those
  the a an some any no every each both all another other others one two three four five six several few many most
  someone somebody anyone anybody everyone everybody nobody none people folks guys lads
  who whom whose which what where when why how if while because as than then so and or but nor yet
  at in on by for from to with w of off out up down over under into onto about re regarding after before during since
  until till via through across around round near past per without within against between towards
  back again twice once there here today tomorrow yesterday tonight now just later late early earlier soon first last
  next already also too not only even still really very briefly quickly finally properly actually sadly happily
  morning afternoon evening noon lunch lunchtime midday week month year minutes hours
  monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun
  reception receptionist ops operations sales accounts accounting staff management procurement purchasing finance
  legal hr marketing support engineering it customer customers client clients prospect prospects team teams owner owners
  boss bosses manager managers director directors buyer buyers head heads partner partners ceo cfo cto coo md vp pa
  chef foreman secretary assistant guy lady man woman chap bloke colleague colleagues brother sister son daughter family security switchboard everyone's onsite online site office hq shop store factory plant
  warehouse workshop was is are were has have had went did do done got will would can could should might may must
  pricing prices price quote quotes contract contracts proposal proposals brochure brochures samples sample demo demos
  invoice invoices details docs documents plan plans budget deal deals order orders meeting call calls visit email mail
  text message voicemail good great nice fine well quick short long big small new old happy ok okay yes yeah no nope
  please thanks thank sorry hi hello hey oh ah er um well right sure maybe perhaps hope hopefully
  board department boardroom landlord lawyers accountant contractor contractors supplier suppliers partner's
  everybody's feedback news update nothing something everything anything things stuff whoever`
    .split(/\s+/)
    .filter(Boolean),
);

/** Capitalised words that name no customer and nobody. */
const ordinary =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Christmas|Xmas|Thanksgiving|Easter|Zoom|Teams|Slack|WeChat|WhatsApp|LinkedIn|Google|Outlook|Excel|English|Chinese|Mr|Mrs|Ms|Dr|Prof|Q[1-4]|\p{Lu}{2,4}s?)$/u;

const capital = String.raw`\p{Lu}[\p{L}\d&'’-]*(?: (?:\p{Lu}[\p{L}\d&'’-]*|&(?= \p{Lu})|(?:of|and|de|van|the)(?= \p{Lu})))*`;
const lower = String.raw`[a-z][a-z&'’-]*`;
const met =
  '(?:visited|met|saw|called|rang|phoned|emailed|texted|pinged|messaged|chased|toured|hosted|pitched)';
const meet =
  '(?:visit(?:ing)?|meet(?:ing)?|see(?:ing)?|call(?:ing)?|ring(?:ing)?|phon(?:e|ing)|e-?mail(?:ing)?|text(?:ing)?|ping(?:ing)?|chas(?:e|ing)|send(?:ing)?|sent|quot(?:e|ed|ing)|tell|told|show(?:ed|ing)?|gave|giv(?:e|ing)|ask(?:ed|ing)?|remind(?:ed)?|invit(?:e|ed|ing)|brief(?:ed|ing)?|reach(?:ed|ing)?|join(?:ed|ing)?)';
const talk =
  '(?:spoke|spoken|talked|talking|speaking|chatted|met|meeting|lunch|coffee|dinner|breakfast|drinks|call|catch-?up|caught up|zoom|visit|demo|session|workshop|appointment|sat down)';
const wentTo =
  '(?:went|drove|flew|popped|dropped|swung|stopped|nipped|headed|got back|back|straight|over|round)';
const replied = '(?:called|rang|phoned|emailed|texted|replied|messaged|wrote)';
const says =
  "(?:called|rang|phoned|emailed|texted|replied|messaged|wrote|said|says|told|asked|asks|thinks|wants?|needs?|signed|confirmed|agreed|likes?|liked|loved?|decided|accepted|rejected|will|would|is|are|was|were|has|have|won't|isn't|aren't|doesn't|didn't|pushed|chose|picked|went)";
/** What only somebody does. */
const wish =
  "(?:called|rang|phoned|emailed|texted|replied|messaged|wrote|said|says|told|asked|asks|thinks|wants?|needs?|signed|confirmed|agreed|likes?|liked|loved?|decided|accepted|rejected|chose|picked|ok'?d)";
const opening =
  '(?:^|[,.;:!?\\n]|\\b(?:and|but|so|then|that|because))\\s*(?:(?:and|so|then|but|also|ok|okay|oh)\\s+)*';

const named = {
  /** Behind a word that takes somebody: "visited Acme", "with Karen", "at Bellway". */
  object: RegExp(
    String.raw`\b(?:${met}|${meet}|[Ww]ith|[Ww]/|[Aa]t|[Tt]o|[Ff]rom|[Ff]or|[Ii]nto|[Bb]y|[Oo]f|[Oo]ver at|[Uu]p)(?: (?:up with|with|back|up|on|in on))? (?:the )?(?:new )?(${capital})`,
    'gu',
  ),
  /** Somebody who did something: "Acme Foods want", "Karen called". */
  subject: RegExp(
    String.raw`${opening}(?:[Tt]he )?(${capital}) (?:just |also |now |then |still |\w+ly )?${says}\b`,
    'gu',
  ),
  /** The same without capitals: "visited acme foods". */
  plainObject: RegExp(
    String.raw`\b(?:${met}|${talk} (?:to|with|w/?|at)|(?:bumped|ran) into|heard (?:back )?from|${wentTo} (?:to|by|into|in to|in on|in at|over to|round to|at))(?: (?:up with|with|w/?|in on))? (${lower}(?: ${lower}){0,2})`,
    'giu',
  ),
  /** "emailed acme foods the quote", "sent the quote to acme foods". */
  plainReceiver: RegExp(
    String.raw`\b(?:emailed|sent|showed|gave|quoted|handed|offered|promised) ((?:${lower} ){1,3}?)(?:the|a|an|our|my|some|another)\b`,
    'giu',
  ),
  plainTarget: RegExp(
    String.raw`\b(?:sent|emailed|gave|delivered|dropped|took|handed|posted|shipped|presented|demoed|quoted)\b[^,.;]{0,40}? (?:to|at|for) (${lower}(?: ${lower}){0,2})`,
    'giu',
  ),
  /** "call sarah monday", "send sarah the sheet". */
  plainOrder: RegExp(
    String.raw`\b(?:call|ring|phone|text|ping|chase|email|visit|meet|tell|ask|remind|send|show|give) (?:up |back )?(${lower}(?: ${lower})?)`,
    'giu',
  ),
  /** "acme foods called", "acme wants a trial". */
  plainSubject: RegExp(
    String.raw`${opening}((?:${lower} ){1,3}?)(?:just |now |also |still )?${wish}\b`,
    'giu',
  ),
  /** "acme: legal is done", "acme price too high". */
  plainHead: RegExp(
    String.raw`^\s*(${lower}(?: ${lower}){0,2})(?:\s*[:–]|\s+-)\s|^\s*(${lower}) (?=(?:price|pricing|budget|quote|contract|order|po)\b)`,
    'giu',
  ),
};

/** Whom a customer chose instead: "they went with Oracle", "we lost it to Oracle". */
const toRival = RegExp(
  String.raw`\b(?:(?:went|go|goes|going|gone|stick|sticking|stay|staying|stayed) with|los(?:t|ing|e) (?:(?:it|them|this|that|out|the \w+|the deal) )?to) (?:the )?${capital}`,
  'gu',
);

/**
 * Lists the words of an English sentence that stand where only a customer or a person can, with or without capitals.
 * Which of them is known to anybody, the words do not tell.
 */
export function namesInPlace(text: string): string[] {
  if (/\p{Script=Han}/u.test(text)) return [];
  const words = text.replace(/[’‘]/g, "'").replace(toRival, ' ');
  const found: string[] = [];
  for (const [place, pattern] of Object.entries(named)) {
    const isPlain = place.startsWith('plain');
    for (const { 1: first, 2: second, index } of words.matchAll(pattern)) {
      const said = first ?? second ?? '';
      const name = isPlain ? plainName(said) : nameOf(said);
      if (name === undefined) continue;
      // A capital at the head of the line says nothing: "Owner is happy".
      const isHead = place === 'subject' && /^\W*$/u.test(words.slice(0, index));
      if (isHead && !name.includes(' ')) {
        if (!RegExp(`^\\W*${literalPattern(name)}(?:'s)? ${replied}`, 'u').test(words)) continue;
      }
      found.push(name);
    }
  }
  return [...new Set(found)];
}

/** A capitalised name without its possessive and the ordinary words before it. */
function nameOf(said: string): string | undefined {
  const words = said.replace(/'s$/u, '').split(' ');
  while (words.length > 0 && isOrdinary(words[0] ?? '')) words.shift();
  while (words.length > 0 && isOrdinary(words.at(-1) ?? '')) words.pop();
  return words.length > 0 ? words.join(' ') : undefined;
}

const isOrdinary = (word: string): boolean => ordinary.test(word) || nobody.has(word.toLowerCase());

/** The words before the first that is no name; undefined if the first is none. */
function plainName(said: string): string | undefined {
  const words = said.trim().replace(/'s$/u, '').split(' ');
  const end = words.findIndex((word) => nobody.has(word.toLowerCase().replace(/'s$/u, '')));
  const name = words.slice(0, end < 0 ? words.length : end);
  return name.length > 0 ? name.join(' ') : undefined;
}
