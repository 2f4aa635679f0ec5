/** What a language says of a field of a command. */
export interface FieldTexts {
  /** What it is called; of a flag also the word that is said. */
  label: string;
  /** Asked when the field is blank and required. */
  ask?: string;
  /** By default that of its kind. */
  example?: string;
  /** What a named one is called in a line, the usual name first: `代理=韩梅` ("deputy=Han Mei"). */
  names?: string[];
  /** The words of each value of a choice, the one that is shown first. */
  choices?: Record<string, string[]>;
}

/** What a language says of a command. */
export interface CommandTexts {
  /** Verbs, at least one, the usual one first. */
  words: string[];
  summary: string;
  /** Lines that must work as they stand; run as tests and shown by help. */
  examples?: string[];
  /** Its own fields, and what it says otherwise of those that commands have in common. */
  fields?: Record<string, Partial<FieldTexts>>;
}
