/** What a thing is called in a language, and what else people call it there. */
export interface Term {
  name: string;
  aliases: string[];
}

export const term = (name: string, ...aliases: string[]): Term => ({ name, aliases });
