/**
 * The shape that a language has to fill: the keys and parameters of the original, with words of its own. The compiler
 * refuses a missing key.
 */
export type Like<T> = T extends string
  ? string
  : T extends (...args: infer A) => infer R
    ? (...args: A) => Like<R>
    : T extends object
      ? { [K in keyof T]: Like<T[K]> }
      : T;
