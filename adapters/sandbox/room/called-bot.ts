import { literalPattern } from '../../../kernel/words/literal-pattern.js';
import { locales, textsIn } from '../../../texts/languages.js';

const names = locales.map((locale) => textsIn(locale).page.bot);
const marked = new RegExp(
  `(?:^|[\\s,，])@(?:${names.map(literalPattern).join('|')})(?![\\p{L}\\p{N}])[\\s,，:：]*|@(?:${names.map(literalPattern).join('|')})\\s*$`,
  'iu',
);
/** The Chinese name is also a verb, so that it calls only with an @. */
const latin = names.filter((name) => !/\p{Script=Han}/u.test(name));
const spoken = new RegExp(
  `^(?:(?:hey|hi|hello|ok|okay|yo)[\\s,]+)?(?:${latin.map(literalPattern).join('|')})(?![\\p{L}\\p{N}])[\\s,:!]*`,
  'iu',
);

/** The line without the bot's name, if it calls the bot by it: "@Genjin forecast", "genjin, forecast", "forecast @genjin". */
export function calledBot(line: string): string | undefined {
  const found = [marked, spoken].find((one) => one.test(line));
  return found && line.replace(found, ' ').trim();
}
