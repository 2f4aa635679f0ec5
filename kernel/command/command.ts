import {
  type ByLanguage,
  type Catalogue,
  inEachLanguage,
  type Locale,
  locales,
} from '../../texts/languages.js';
import type { CommandTexts, FieldTexts } from '../../texts/shape/command-texts.js';
import type { Call, Card, Json } from '../card/card.js';
import type { ReadAt } from '../pieces/scan.js';
import { nearItems } from '../words/edit-distance.js';
import type { FieldMakers, Fields, InputOf } from './field.js';
import type { Role } from './roles.js';

/** The least that reading a line needs to know of its speaker; each command's own context adds to it. */
export interface Speaking {
  locale: Locale;
  at: ReadAt;
}

/**
 * A thing a person can say or tap. Everything else (grammar, usage, help, forms, slash names, typed replies,
 * permission, tests of the examples) is derived from its declaration and from what each language says of it.
 */
export interface Command<C extends Speaking> {
  name: string;
  /** Slash name on Slack; defaults to the name. */
  slash: string;
  /** Verbs, the usual one first. */
  words: ByLanguage<[string, ...string[]]>;
  summary: ByLanguage;
  /** Lines that must work as they stand; run as tests and shown by help. */
  examples: ByLanguage<string[]>;
  /** The least role that may; null = anybody of the company. */
  role: Role;
  fields: Fields;
  /** Further fields, of the rules in force. */
  extra?(context: C): Fields;
  /** The kinds of change that it makes to records, itself or as a consequence. */
  changes: readonly string[];
  /** Takes no writing transaction. */
  reads: boolean;
  /** A call of one that writes takes none either, where it only asks to be shown. Looks at the input alone. */
  looks?(input: Record<string, Json>): boolean;
  /**
   * Ends a record. A tap on it asks first, unless its call is that of somebody who was asked (`sure`); on a platform where a
   * tap says a line, that line ends with a question mark.
   */
  closes: boolean;
  /** The answer is for the speaker alone. */
  quiet: boolean;
  /**
   * Whether the answer is the speaker's own, so that in a group nobody else reads it until the speaker shares it. Such a
   * command has a field `share` (`shareField`).
   */
  isPersonal?(input: Record<string, Json>, context: C): boolean | Promise<boolean>;
  /** The command that words after the verb mean in its place, and what is left for it: `报表 存 大单`. */
  instead?(words: string): { command: string; words: string } | undefined;
  /** Whether words behind the verb can be this command's; else the line is read as if it had no verb. */
  takes?(words: string): boolean;
  /** All lines of a message are its words; else each line is an act of its own. */
  takesLines: boolean;
  /** The command that it means where it says nothing itself and answers or quotes a message. */
  ofMessage?: string;
  /** The input with which it goes on once what the words of a field name is created, or undefined. */
  forNew?(input: Call['input'], field: string, words: string): Call['input'] | undefined;
  /** Not listed in help; a button's command. */
  hidden: boolean;
  /** Seldom said: no name of its own where a platform lists few (Slack 50); anything can be said in a whole line. */
  seldom: boolean;
  /**
   * The field that is asked for though it is not required, because the call says too little without it: a
   * follow-up of which nothing is told. Looks at the input alone.
   */
  asks?(input: Record<string, Json>): string | undefined;
  run(input: Record<string, Json>, context: C): Promise<Card>;
}

/** A command of the house: the languages say how it is called. */
export type CommandName = keyof Catalogue['command'];

/** What is declared of a command. */
type Declaration<C extends Speaking, K extends string, N extends string, F extends FieldMakers> = Partial<
  Omit<Command<C>, 'name' | 'words' | 'summary' | 'examples' | 'fields' | 'changes' | 'run'>
> & {
  name: N;
  changes?: readonly K[];
  fields: F;
  run(input: InputOf<F>, context: C): Promise<Card>;
} & OwnTexts<N> &
  Uncalled<Exclude<keyof F, CalledFields<N>>>;

/** A command that is not of the house says itself how it is called. */
type OwnTexts<N> = N extends CommandName ? object : { texts: ByLanguage<CommandTexts> };

/** Refuses fields of which the languages do not say how they are called. */
type Uncalled<K extends PropertyKey> = [K] extends [never]
  ? object
  : { fields: Record<K, 'no language says how it is called'> };

/** Fields that the languages name, for all commands or for this one. */
type CalledFields<N> = N extends CommandName
  ? keyof Catalogue['commonFields'] | LabelledIn<Catalogue['command'][N]>
  : PropertyKey;
type LabelledIn<T> = T extends { fields: infer O }
  ? { [K in keyof O]: O[K] extends { label: string } ? K : never }[keyof O]
  : never;

/** Declares a command; `C` is the context its `run` is given, `K` names the kinds of change there are. */
export function commandsFor<C extends Speaking, K extends string>() {
  return function defineCommand<const N extends string, F extends FieldMakers>(
    declared: Declaration<C, K, N, F>,
  ): Command<C> {
    const { name, fields } = declared;
    const texts = 'texts' in declared ? declared.texts : textsOfCommand(name as CommandName);
    return {
      slash: name,
      // Who only looks may run what only reads.
      role: declared.reads ? 'viewer' : 'rep',
      changes: [],
      reads: false,
      closes: false,
      quiet: false,
      takesLines: false,
      hidden: false,
      seldom: false,
      ...declared,
      words: inEachLanguage((_, locale) => demandWords(name, texts[locale].words)),
      summary: inEachLanguage((_, locale) => texts[locale].summary),
      examples: inEachLanguage((_, locale) => texts[locale].examples ?? []),
      fields: Object.fromEntries(
        Object.entries(fields).map(([key, field]) => [key, field.make(textsOfField(texts, key))]),
      ),
    } as unknown as Command<C>;
  };
}

const textsOfCommand = (name: CommandName): ByLanguage<CommandTexts> =>
  inEachLanguage((catalogue) => catalogue.command[name]);

/** What the command says of a field, before what all commands say of it. */
function textsOfField(texts: ByLanguage<CommandTexts>, name: string): ByLanguage<FieldTexts> {
  return inEachLanguage(({ commonFields }, locale) => {
    const common: Partial<Record<string, FieldTexts>> = commonFields;
    return { label: name, ...common[name], ...texts[locale].fields?.[name] };
  });
}

function demandWords(name: string, words: string[]): [string, ...string[]] {
  const [usual, ...others] = words;
  if (usual === undefined) throw new Error(`nothing to say for ${name}`);
  return [usual, ...others];
}

/** The command with all its fields, those of the rules in force among them. */
export function fitted<C extends Speaking>(command: Command<C>, context: C): Command<C> {
  return command.extra
    ? { ...command, fields: { ...command.fields, ...command.extra(context) }, extra: undefined }
    : command;
}

/**
 * Turns the words of a lookup field into its value (a record's number, a stage's key). Throws InputError when
 * nothing fits and ChooseError when several do.
 */
export interface Lookup<C extends Speaking> {
  find(words: string, context: C, fieldName: string): Promise<string>;
  /**
   * Whether the words name something for sure; lets a name of several words be found in a line. `isWhole`: the first words of
   * a longer name do not.
   */
  knows?(words: string, context: C, isWhole?: boolean): Promise<boolean>;
  /** Choices for a form or a question, where they are few. */
  choices?(context: C): Promise<Choice[]>;
  /** What the words typed so far may become, for a picker; without words, what is most likely meant. */
  search?(words: string, context: C): Promise<Choice[]>;
}

/** A line that was not understood, or was wrong: what was said, its first word, and what it was taken for. */
export interface Missed {
  words: string;
  first: string;
  call?: Call;
  /** The field that was wrong. */
  field?: string;
}

/** One of several values, as people see it. */
export interface Choice {
  label: string;
  value: string;
}

export type Lookups<C extends Speaking> = Record<string, Lookup<C>>;

/** Most words of a verb. */
const mostVerbWords = 3;

/** The first words of a line, by their count, and the rest without the signs between. */
const verbHeads = Array.from(
  { length: mostVerbWords + 1 },
  (_, count) =>
    new RegExp(`^((?:[^\\s:=]+\\s+){${Math.max(0, count - 1)}}[^\\s:=]+)(?:[\\s:=]+([\\s\\S]*))?$`),
);

export class Registry<C extends Speaking> {
  private readonly byName = new Map<string, Command<C>>();
  private readonly byWord = new Map<string, Command<C>>();

  constructor(readonly commands: readonly Command<C>[]) {
    for (const command of commands) {
      if (this.byName.has(command.name)) throw new Error(`two commands named ${command.name}`);
      this.byName.set(command.name, command);
      for (const word of verbsOf(command)) {
        const other = this.byWord.get(word);
        if (other && other !== command) throw new Error(`${other.name} and ${command.name} both say ${word}`);
        this.byWord.set(word, command);
      }
    }
  }

  /** By name, as buttons call it. */
  get(name: string): Command<C> | undefined {
    return this.byName.get(name);
  }

  /** By any of its verbs, in any language. */
  said(word: string): Command<C> | undefined {
    return this.byWord.get(word.toLowerCase());
  }

  /** The verb that a line begins with, the longest head of up to three words (`my deals`), and what follows it. */
  head(line: string): { command: Command<C>; rest: string } | undefined {
    for (let words = mostVerbWords; words >= 1; words--) {
      const found = verbHeads[words]?.exec(line);
      const command = found && this.said(found[1]?.replace(/\s+/g, ' ') ?? '');
      if (command) return { command, rest: found[2] ?? '' };
    }
    return undefined;
  }

  /** A verb of two or more letters glued to what follows it (`跟进华为`), the longest first. */
  glued(word: string): { command: Command<C>; rest: string } | undefined {
    for (let length = Math.min(4, word.length - 1); length >= 1; length--) {
      const verb = word.slice(0, length);
      const command = /^[\u4e00-\u9fff]+$/.test(verb) ? this.byWord.get(verb) : undefined;
      if (command) return { command, rest: word.slice(length) };
    }
    return undefined;
  }

  /** Up to three verbs nearest to a word that is none, for "did you mean". */
  nearest(word: string, may: (command: Command<C>) => boolean): Command<C>[] {
    // A letter changed in a shorter word makes another word of it.
    if ([...word].length < (/\p{Script=Han}/u.test(word) ? 3 : 4)) return [];
    const open = this.commands.filter((command) => !command.hidden && may(command));
    return nearItems(word, open, verbsOf).slice(0, 3);
  }
}

export function verbsOf<C extends Speaking>(command: Command<C>): string[] {
  const said = locales.flatMap((locale) => command.words[locale]);
  return [...new Set([...said, command.slash, command.name])].map((word) => word.toLowerCase());
}

/** One line of usage: `跟 客户 [方式] [日期] [备注]`. */
export function usage<C extends Speaking>(command: Command<C>, locale: Locale): string {
  const parts = Object.values(command.fields)
    .filter((field) => field.kind !== 'flag')
    .map((field) => (field.required ? field.label[locale] : `[${field.label[locale]}]`));
  return [command.words[locale][0], ...parts].join(' ');
}
