import type { PersonSpan } from './sentence-people.js';

/** The pattern for its words in any case, beside names that need their capitals. */
const anyCase = (pattern: string): string =>
  pattern.replace(/(?<![\\{\p{L}]|\\p\{)\p{Ll}+/gu, (words) =>
    [...words].map((letter) => `[${letter}${letter.toUpperCase()}]`).join(''),
  );

/** One word of a person's name: Siobhan, O'Malley, Hartley-Jones, McDonald. */
const word = String.raw`\p{Lu}(?:['’]\p{Lu})?\p{Ll}+(?:\p{Lu}\p{Ll}+)?(?:-\p{Lu}\p{Ll}+)*`;
const whole = String.raw`(?<name>(?:(?:Dr|Mr|Mrs|Ms|Prof)\.? )?(?:(?:van|von|de|der|den|da|di|el|al|bin) )*(?:${word}|\p{Lu}\.?)(?: (?:van|von|de|der|den|da|di|el|al|bin|\p{Lu}\.|${word}))*(?: ${word})|(?:Dr|Mr|Mrs|Ms|Prof)\.? (?:(?:van|von|de|der|den|da|di|el|al|bin) )*${word})(?![\p{L}\d])`;
const single = String.raw`(?<name>${word}(?: ${word})*)(?![\p{L}\d])`;

/** What somebody is at a customer's, or to somebody there. */
const role = anyCase(
  String.raw`(?:(?:ops|operations|sales|it|finance|financial|purchasing|procurement|practice|office|general|store|shop|warehouse|plant|site|project|product|account|accounts|marketing|hr|managing|technical|night|day|shift|facilities|logistics|supply chain|commercial|senior|junior|deputy|assistant|executive|vice|head|interim|acting) )*(?:managers?|directors?|lead|leader|head(?: of \w+(?: \w+)?)?|owner|co-owner|buyer|contact|boss|chef|foreman|assistant|pa|secretary|accountant|controller|officer|supervisor|engineer|architect|consultant|partner|ceo|cfo|cto|coo|cio|cmo|md|vp(?: of \w+)?|president|founder|decision[- ]maker|brother|sister|wife|husband|son|daughter|father|mother|colleague|deputy|successor|replacement|purchaser|planner|rep|receptionist|coordinator|administrator|specialist|analyst|bookkeeper|gm)`,
);
const does = anyCase(
  String.raw`(?:runs|handles|heads(?: up)?|does|manages|leads|owns|signs(?: off)?|looks after|is in charge|is responsible|decides|buys|took over|takes over|replaces|replaced|joined|started|works|sits|holds the)`,
);

/** A name behind a role: "their new CFO Priya Raman", "the buyer is Danny Park". */
const afterRole = new RegExp(
  String.raw`(?<![\p{L}])${role}(?:,| is| called| named|:| -| at [^,.:;]{2,30}?(?: is|:|,)| there(?: is|,|:)?|'s name is|\s?\()?,? (?:called |named |is )?${whole}`,
  'gu',
);
/** Somebody by name: "a guy called Ben Ortiz". */
const calledThem = new RegExp(
  String.raw`\b(?:[Gg]uy|[Mm]an|[Ww]oman|[Ll]ady|[Gg]entleman|[Cc]hap|[Bb]loke|[Ff]ella|[Ff]ellow|[Gg]irl|[Ll]ad|[Pp]erson|[Ss]omeone|[Ss]omebody) (?:called|named|by the name of|who goes by) ${single}`,
  'gu',
);
/** A name before what they are or do: "Priya Raman, their CFO", "Gus Lindqvist runs the night shift". */
const beforeRole = new RegExp(
  String.raw`${whole}(?:(?:,| is| \(| -|:) ?(?:the |their |a |an |our |her |his |new |now |its |from )*${role}\b|,? (?:who |she |he |and (?:she|he) )?(?:also |now )?${does}\b)`,
  'gu',
);
/** A new contact outright: "new contact at Acme: Jane Doyle, accounts". */
const outright = new RegExp(
  String.raw`\b(?:[Nn]ew|[Mm]ain|[Aa]nother|[Aa]dditional) (?:contact|person|buyer|face)\b[^:,.]{0,40}[:,-]\s*${single}|\b[Aa]dd (?:a |the |new )*contact,?:? ${single.replace('<name>', '<other>')}`,
  'gu',
);
/** Somebody who was met: "met Priya Raman", "introduced me to her brother Danny Park". */
const metThem = new RegExp(
  String.raw`\b(?:[Mm]et|[Ss]aw|[Ss]poke (?:to|with)|[Tt]alked (?:to|with)|[Cc]hatted (?:to|with)|introduced (?:me|us) to(?: (?:\p{Ll}+ ){1,3})?|(?:[Cc]all|[Ll]unch|[Cc]offee|[Mm]eeting|[Dd]inner|[Bb]reakfast|[Dd]emo) with|[Ss]at down with|(?:[Cc]alled|[Rr]ang|[Pp]honed|[Ee]mailed)) (?:\p{Ll}+ ){0,1}${whole}`,
  'gu',
);

const noPerson =
  /^(?:The|This|That|Our|My|Their|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Happy|Good|New|Next|Last|Dear|Best|Kind|Hi|Hello)$/u;

/** A person whom the words introduce; `isNew` if they say what the person is there, or that they are a contact. */
export interface Introduced extends PersonSpan {
  isNew: boolean;
}

/** Finds the people whom an English sentence introduces by their whole names, outside of names that are known. */
export function introducedPeople(
  text: string,
  occupied: readonly { from: number; to: number }[],
  forms: readonly RegExp[] = [calledThem, afterRole, beforeRole, outright, metThem],
): Introduced[] {
  if (!/\p{Lu}\p{Ll}/u.test(text)) return [];
  const found: Introduced[] = [];
  for (const form of forms)
    for (const match of text.matchAll(form)) {
      const said = match.groups?.name ?? match.groups?.other;
      if (!said) continue;
      const name = withoutTail(said);
      const from = match.index + match[0].lastIndexOf(said);
      const to = from + name.length;
      if (name === '' || !/^\p{Lu}/u.test(name) || name.split(' ').some((one) => noPerson.test(one)))
        continue;
      if ([...occupied, ...found].some((one) => from < one.to && one.from < to)) continue;
      found.push({ words: name, from, to, isNew: form !== metThem });
    }
  return found.sort((a, b) => a.from - b.from);
}

/** Finds the people whom the words call a person before their name, so that the name is no company's. */
export const peopleByRole = (text: string, occupied: readonly { from: number; to: number }[]): Introduced[] =>
  introducedPeople(text, occupied, [calledThem, afterRole]);

/** A name of whole words, each with its capital: the pattern reads them in any case. */
function withoutTail(said: string): string {
  const words = said.split(' ');
  while (words.length > 0 && !/^\p{Lu}/u.test(words.at(-1) ?? '')) words.pop();
  return words.every((one) => /^(?:\p{Lu}|van$|von$|de$|der$|den$|da$|di$|el$|al$|bin$)/u.test(one))
    ? words.join(' ')
    : '';
}
