import type { Like } from '../../shape/like.js';
import type { knowledgeCommands as original } from '../../zh/commands/knowledge.js';

/** What commands about the knowledge base are called. */
export const knowledgeCommands: Like<typeof original> = {
  'article-answer': {
    words: ['answer'],
    summary: 'Answer a question that is open',
    fields: {
      question: { label: 'question' },
      words: {
        label: 'answer',
        ask: 'What is the answer? Or say "title: text"',
        example: 'Use a pro-forma invoice; finance makes it in two days',
      },
    },
  },
  'article-edit': {
    words: ['edit-article'],
    summary: 'Change an article',
    fields: {
      title: { label: 'title', names: ['title'] },
      words: {
        label: 'text',
        ask: 'What should it say? The new text, or "title: text"; or only >stage #tag product=… competitor=…',
        example: 'Ask when they go live, then talk of price',
      },
    },
  },
  'article-title': {
    words: ['retitle'],
    summary: 'Give an article another title',
    fields: {
      title: {
        label: 'title',
        ask: 'What should the title be?',
        example: 'Three answers to "too expensive"',
      },
    },
  },
  'article-remove': { words: ['remove-article'], summary: 'Remove an article' },
  'article-propose': {
    words: ['save-as-article'],
    summary: 'Save a message as an article',
    fields: {
      note: { label: 'text', example: 'Ask when they go live, then talk of price' },
    },
  },
  'article-note': {
    words: ['note-to-article'],
    summary: 'Make an article of a follow-up',
    fields: {
      followUp: { label: 'follow-up' },
    },
  },
  'article-case': { words: ['make-case'], summary: 'Make a case of a deal that is won or lost' },
  'article-keep': { words: ['keep-article'], summary: 'Keep a proposed article' },
  article: {
    words: ['article'],
    summary: 'Write down or read what the team knows',
    examples: ['article', 'article How to beat X: ask how long their roll-out takes #rivals'],
    fields: {
      page: { label: 'page', example: 'p2' },
      words: { label: 'title: text', example: 'How to beat X: ask how long their roll-out takes' },
    },
  },
  ask: {
    words: ['ask'],
    summary: 'Ask for figures, or what the team knows',
    examples: ['ask how to beat X', 'ask how much was won this month'],
    fields: {
      figures: { label: 'figures' },
      inPassing: { label: 'in-passing' },
      words: { label: 'question', ask: 'What do you want to know?', example: 'how to beat X' },
    },
  },
  'ask-missed': {
    words: ['not-answered'],
    summary: 'That did not answer the question',
    fields: {
      words: { label: 'question', example: 'how to beat Crestline' },
    },
  },
  questions: {
    words: ['questions'],
    summary: 'Questions that nobody could answer',
    examples: ['questions'],
  },
  onboard: {
    words: ['onboard', 'first-steps'],
    summary: 'First steps of who is new',
    examples: ['onboard'],
  },
  'article-read': { words: ['have-read'], summary: 'An article of the first steps was read' },
};
