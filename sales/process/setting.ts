import type { LeadRole } from '../../kernel/command/roles.js';
import {
  type ByLanguage,
  type Catalogue,
  inEachLanguage,
  type Locale,
  termInEach,
} from '../../texts/languages.js';
import type { Term } from '../../texts/shape/term.js';
import type { Process, StepTask } from './process-schema.js';

/** An entry of a list setting. */
export interface SettingItem {
  key: string;
  name: ByLanguage;
  /** Other names for it. */
  aliases?: readonly string[];
}

/** A rule of the process file that can be changed on its own in chat. */
export interface Setting {
  /** 'pool.returnAfterDays', 'stages.4.stallDays'. */
  key: string;
  name: ByLanguage;
  /** Other names for it. */
  aliases: readonly string[];
  kind:
    | 'days'
    | 'minutes'
    | 'count'
    | 'percent'
    | 'time'
    | 'span'
    | 'choice'
    | 'list'
    | 'gate'
    | 'rate'
    | 'name'
    | 'stages'
    | 'stepTask';
  /** The values of a choice. */
  choices?: readonly { value: string; name: ByLanguage }[];
  /** Name of the value null: never, no limit. */
  nullable?: ByLanguage;
  value: SettingValue;
  /** Entries of a list. */
  items?: readonly SettingItem[];
  /** What a list may contain, if fixed; added by key. */
  candidates?: readonly SettingItem[];
  /** The currency of a value that is an amount, or that holds one. */
  currency?: string;
  /** The rates of a currency, each from a day on. */
  rates?: Process['rates'][string];
  /** Path in the file. */
  path: readonly (string | number)[];
}

/** A setting's present or new value; for a list, the entry added or removed. */
export type SettingValue =
  | string
  | number
  | null
  | { from: string; to: string }
  | GateValue
  | StepTask
  | { add: string }
  | { insert: { after: number; name: string } }
  | { remove: number }
  | ByLanguage;

/** Who approves deals, and from which amount on (major units). */
export interface GateValue {
  role?: LeadRole;
  people?: string[];
  need?: 'any' | 'all';
  above?: number;
}

export type SettingTexts = Catalogue['setting'];

/** A word of the settings in each language. */
export const said = (pick: (t: SettingTexts) => string): ByLanguage => inEachLanguage((t) => pick(t.setting));

export type More = Partial<Pick<Setting, 'choices' | 'nullable' | 'items' | 'candidates' | 'currency'>>;

/** A setting with its name in each language. */
export function one(
  path: readonly (string | number)[],
  kind: Setting['kind'],
  value: SettingValue,
  pick: (t: SettingTexts, locale: Locale) => Term,
  more: More = {},
): Setting {
  return {
    key: path.join('.'),
    path,
    kind,
    value,
    ...termInEach((t, locale) => pick(t.setting, locale)),
    ...more,
  };
}
