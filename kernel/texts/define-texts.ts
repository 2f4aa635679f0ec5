export type Locale = 'zh' | 'en';

/** Words in both languages; a command, a field or a stage carries its names so. */
export interface Bilingual {
  zh: string;
  en: string;
}

/**
 * Makes a room's texts: both languages must have the same keys and the same parameters, which the compiler
 * checks. Use: `const texts = defineTexts({ zh: { saved: (name: string) => `已记 ${name}` }, en: { … } })`,
 * then `texts(locale).saved('华为')`.
 */
export function defineTexts<T extends object>(dictionary: {
  zh: T;
  en: NoInfer<Widened<T>>;
}): (locale: Locale) => Widened<T> {
  return (locale) => dictionary[locale] as Widened<T>;
}

/** Literal strings are widened so that a translation may differ from the original. */
type Widened<T> = {
  [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : T[K] extends object
        ? Widened<T[K]>
        : T[K];
};
