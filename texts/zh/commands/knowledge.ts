import type { CommandTexts } from '../../shape/command-texts.js';

/** What commands about the knowledge base are called. */
export const knowledgeCommands = {
  'article-answer': {
    words: ['写答案'],
    summary: '回答一个待回答的问题',
    fields: {
      question: { label: '问题' },
      words: {
        label: '答案',
        ask: '答案是什么？也可以写「标题：正文」',
        example: '用形式发票，财务两天内出',
      },
    },
  },
  'article-edit': {
    words: ['改文章'],
    summary: '修改一篇文章',
    fields: {
      title: { label: '标题', names: ['标题'] },
      words: {
        label: '正文',
        ask: '要改成什么？直接写新的正文，或「标题：正文」；也可以只写 >阶段 #标签 产品=… 竞品=…',
        example: '先问上线时间，再谈价格',
      },
    },
  },
  'article-title': {
    words: ['改标题'],
    summary: '修改文章标题',
    fields: {
      title: { label: '标题', ask: '标题要改成什么？', example: '客户嫌贵的三种回应' },
    },
  },
  'article-remove': { words: ['删文章'], summary: '删除一篇文章' },
  'article-propose': {
    words: ['存为文章'],
    summary: '把一条消息存为文章',
    fields: {
      note: { label: '正文', example: '先问上线时间，再谈价格' },
    },
  },
  'article-note': {
    words: ['写成文章'],
    summary: '把一次跟进写成文章',
    fields: {
      followUp: { label: '跟进' },
    },
  },
  'article-case': { words: ['写成案例'], summary: '把赢单或输单写成案例' },
  'article-keep': { words: ['保存文章'], summary: '保存提议的文章' },
  article: {
    words: ['文章', '知识', '知识库'],
    summary: '查看或编写团队的知识库',
    examples: ['文章', '文章 竞品X怎么打：先问他们的实施周期 #竞品', '文章 >谈判'],
    fields: {
      page: { label: '第几页', example: '第2页' },
      words: { label: '标题：正文', example: '竞品X怎么打：先问他们的实施周期' },
    },
  },
  ask: {
    words: ['问', 'w'],
    summary: '问数据，或问团队的知识库',
    examples: ['问 竞品X怎么打', '问 哪些客户两周没跟'],
    fields: {
      figures: { label: '数字' },
      inPassing: { label: '顺便问' },
      words: { label: '问题', ask: '想问什么？', example: '竞品X怎么打' },
    },
  },
  'ask-missed': {
    words: ['没答到', '没有帮助'],
    summary: '答案没有帮助，请同事回答',
    fields: {
      words: { label: '问题', example: '凌峰怎么打' },
    },
  },
  questions: { words: ['问题'], summary: '查看待回答的问题', examples: ['问题'] },
  onboard: { words: ['入门'], summary: '查看新人入门步骤', examples: ['入门'] },
  'article-read': { words: ['读完'], summary: '标记入门文章已读完' },
} satisfies Record<string, CommandTexts>;
