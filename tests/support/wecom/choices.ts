import { type Question, questionsOf } from './card-view.js';
import type { Message } from './message.js';
import type { Person } from './person.js';

/** What one person has chosen on cards and not yet sent. */
export class Choices {
  private readonly chosen = new Map<Message, Map<string, string[]>>();

  /** Chooses by what stands on the card; a vote has no title. */
  pick(card: Message, person: Person, title: string, options: string[]): void {
    const question = questionsOf(card.card(person)).find((one) => one.title === title);
    const failure = (what: string) => new Error(`${what} on:\n${card.readable({ as: person })}`);
    if (!question) throw failure(`no question "${title}"`);
    if (question.disabled) throw failure(`locked: "${title}"`);
    if (options.length !== 1 && !question.many) throw failure('one option only');
    const ids = options.map((text) => {
      const option = question.options.find((one) => one.text === text);
      if (!option) throw failure(`no option "${text}"`);
      return option.id;
    });
    const choices = this.chosen.get(card) ?? new Map<string, string[]>();
    this.chosen.set(card, choices.set(question.key, ids));
  }

  /** As an event carries it: https://developer.work.weixin.qq.com/document/path/101027. */
  selected(
    card: Message,
    questions: Question[],
  ): { question_key: string; option_ids: { option_id: string[] } }[] {
    return questions.map((question) => {
      const known = new Set(question.options.map((option) => option.id));
      const picked = this.chosen
        .get(card)
        ?.get(question.key)
        ?.filter((id) => known.has(id));
      const ids = picked ?? question.chosen;
      if (ids.length === 0) throw new Error(`nothing chosen on:\n${card.readable()}`);
      return { question_key: question.key, option_ids: { option_id: ids } };
    });
  }
}
