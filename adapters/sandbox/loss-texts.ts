import type { Loss } from '../../kernel/card/card.js';
import { type Bilingual, defineTexts, type Locale } from '../../kernel/texts/define-texts.js';

const lossTexts = defineTexts({
  zh: {
    what: {
      text: '文字',
      fields: '字段',
      table: '表格',
      image: '图片',
      divider: '分隔线',
      context: '脚注',
      actions: '按钮',
      title: '标题',
      subtitle: '副标题',
      tone: '色条',
      confirm: '确认提示',
      select: '下拉选择',
      link: '链接',
      style: '字体样式',
    } satisfies Record<Loss['what'], string>,
    pair: (what: string, how: string) => `${what}：${how}`,
    message: (n: string) => `放到第 ${n} 条消息`,
  },
  en: {
    what: {
      text: 'Text',
      fields: 'Fields',
      table: 'Table',
      image: 'Image',
      divider: 'Divider',
      context: 'Footnote',
      actions: 'Buttons',
      title: 'Title',
      subtitle: 'Subtitle',
      tone: 'Colour bar',
      confirm: 'Confirmation',
      select: 'Select',
      link: 'Link',
      style: 'Text style',
    },
    pair: (what: string, how: string) => `${what}: ${how}`,
    message: (n: string) => `in message ${n}`,
  },
});

/** Chinese for the words that renderers tell a change with; a new one is shown as it is. */
const howInChinese: Record<string, Bilingual['zh']> = {
  'as typed replies': '改为输入文字回复',
  'also as typed replies': '按钮之外也写明怎么输入',
  'labelled with what to type': '按钮上写的是要输入的话',
  'as text above the button': '写在按钮上方',
  'left out': '平台没有，省去',
  'as ordinary text': '显示为普通文字',
  'as text': '显示为文字',
  'as lines': '显示为逐行文字',
  'as its description': '显示为文字说明',
  'description as text': '说明写成文字',
  'as a link in the text': '显示为文中链接',
  'as links in the text': '显示为文中链接',
  'as several menus': '分成几个菜单',
  'label as text': '名称写成文字',
  'with a button to send the choice': '选好后点「确定」',
  'in the text': '并入正文',
  'continued in the text': '其余并入正文',
  'in several parts': '分成几段',
  'as bold text': '显示为粗体',
  'as a coloured mark': '改为标题前的圆点',
};

/** One change of form in the reader's words: '色条：改为标题前的圆点'. */
export function lossLine(loss: Loss, locale: Locale): string {
  const texts = lossTexts(locale);
  const later = /^in message (\d+)$/u.exec(loss.how)?.[1];
  const how = later ? texts.message(later) : (locale === 'zh' && howInChinese[loss.how]) || loss.how;
  return texts.pair(texts.what[loss.what], how);
}
