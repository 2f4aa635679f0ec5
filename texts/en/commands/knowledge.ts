import type { Like } from '../../shape/like.js';
import type { knowledgeCommands as original } from '../../zh/commands/knowledge.js';

/** What commands about the knowledge base are called. */
export const knowledgeCommands: Like<typeof original> = {
  'article-answer': {
    words: ['answer'],
    summary: 'Answer an open question',
    fields: {
      question: { label: 'question' },
      words: {
        label: 'answer',
        ask: 'What\'s the answer? You can also write "TITLE: text".',
        example: 'Use a pro-forma invoice. Finance prepares one in two days',
      },
    },
  },
  'article-edit': {
    words: ['edit-article'],
    summary: 'Edit an article',
    fields: {
      title: { label: 'title', names: ['title'] },
      words: {
        label: 'text',
        ask: 'What should it say? Send the new text, "TITLE: text", or just a >stage or #tag.',
        example: 'Ask when they go live, then talk price',
      },
    },
  },
  'article-title': {
    words: ['retitle'],
    summary: "Change an article's title",
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
      note: { label: 'text', example: 'Ask when they go live, then talk price' },
    },
  },
  'article-note': {
    words: ['note-to-article'],
    summary: 'Turn a follow-up into an article',
    fields: {
      followUp: { label: 'follow-up' },
    },
  },
  'article-case': { words: ['make-case'], summary: 'Write a case study of a won or lost deal' },
  'article-keep': { words: ['keep-article'], summary: 'Publish a draft article' },
  article: {
    words: ['article'],
    summary: 'Write or read knowledge base articles',
    examples: ['article', 'article How to beat X: ask how long their rollout takes #competitors'],
    fields: {
      page: { label: 'page', example: 'p2' },
      words: { label: 'title: text', example: 'How to beat X: ask how long their rollout takes' },
    },
  },
  ask: {
    words: ['ask'],
    summary: 'Ask about figures or the knowledge base',
    examples: ['ask how to beat X', 'ask how much was won this month'],
    fields: {
      figures: { label: 'figures' },
      inPassing: { label: 'in-passing' },
      words: { label: 'question', ask: 'What do you want to know?', example: 'how to beat X' },
    },
  },
  'ask-missed': {
    words: ['not-answered'],
    summary: "Say an answer didn't help",
    fields: {
      words: { label: 'question', example: 'how to beat Crestline' },
    },
  },
  questions: {
    words: ['questions'],
    summary: 'See unanswered questions',
    examples: ['questions'],
  },
  onboard: {
    words: ['onboard', 'first-steps'],
    summary: 'Get started as a new rep',
    examples: ['onboard'],
  },
  'article-read': { words: ['have-read'], summary: 'Mark a getting-started article as read' },
};
