/**
 * The shape that a language has to fill: the keys and parameters of the original, with words of its own. The compiler
 * refuses a missing key.
 */
export type Like<T> = {
  [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : T[K] extends object
        ? Like<T[K]>
        : T[K];
};
