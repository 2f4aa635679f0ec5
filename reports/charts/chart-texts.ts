import { defineTexts } from '../../kernel/texts/define-texts.js';

export const chartTexts = defineTexts({
  zh: {
    noData: '还没有数据',
    allZero: '都是 0',
    overall: (percent: string) => `整体转化 ${percent}`,
  },
  en: {
    noData: 'No data yet',
    allZero: 'All values are zero',
    overall: (percent: string) => `Overall ${percent}`,
  },
});
