import type { CommandTexts } from '../../shape/command-texts.js';

/** What commands about talking with the assistant are called. */
export const talkCommands = {
  help: {
    words: ['帮助', '帮', '?'],
    summary: '查看用法',
    examples: ['帮助', '帮助 线索', '帮助 提问'],
    fields: {
      topic: { label: '哪一项' },
    },
  },
  learnt: { words: ['学到的', '学到', '客户叫法'], summary: '查看团队记住的客户叫法', examples: ['学到的'] },
  forget: {
    words: ['忘掉'],
    summary: '删除一个客户叫法',
    fields: {
      name: { label: '叫法', example: '老王' },
    },
  },
  'who-is': {
    words: ['是哪位'],
    summary: '选择是哪位联系人',
    fields: {
      said: { label: '称呼' },
    },
  },
  'told-move': {
    words: ['记到别处'],
    summary: '把刚才的记录改到另一个商机',
    fields: {
      act: { label: '那次记录' },
      to: { label: '商机' },
    },
  },
  'small-talk': {
    words: ['闲聊'],
    summary: '打招呼、道谢和问怎么用',
    fields: {
      kind: { label: '哪一种' },
      topic: { label: '关于' },
      words: { label: '内容' },
    },
  },
  say: {
    words: ['记一句'],
    summary: '按一句话记录',
    fields: {
      meant: { label: '客户' },
      isNew: { label: '新客户' },
      newName: { label: '新客户名', example: '星河科技' },
      isMine: { label: '是我的' },
      isSpoken: { label: '语音' },
      goesOn: { label: '接着说' },
      isPassedOn: { label: '转发的' },
      isSame: { label: '同一次拜访' },
      isAnother: { label: '另一次拜访' },
      words: { label: '内容' },
    },
  },
} satisfies Record<string, CommandTexts>;
