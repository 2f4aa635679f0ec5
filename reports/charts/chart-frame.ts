import type { EChartsOption, TitleComponentOption } from 'echarts';
import type { Locale } from '../../texts/languages.js';
import type { Figures } from './chart-figures.js';
import { across, edge, fontSize, ink, palette, paper, size } from './chart-style.js';
import { textWidth } from './chart-text-width.js';

/** What a drawing depends on besides its figures. */
export interface ChartLook {
  locale: Locale;
  /** Font families, as a CSS list. */
  font: string;
}

/** What a kind of chart adds to the frame. */
export interface ChartDrawing {
  option: Omit<EChartsOption, 'title'>;
  /** Height of the whole picture, in CSS pixels. */
  height?: number;
  /** Text at the right of the title. */
  aside?: string;
  /** Text in place of a drawing. */
  words?: string;
}

/** A picture ready to be drawn. */
export interface Framed {
  option: EChartsOption;
  height: number;
}

/** Puts background, title and colours around the drawing. */
export function frame(title: Figures['title'], drawing: ChartDrawing, look: ChartLook): Framed {
  const { option, height = size.height, aside = '', words = '' } = drawing;
  const room = aside ? across - textWidth(aside, fontSize.label) - edge : across;
  const titles = [heading(title, room), beside(aside), instead(words)];
  return {
    height,
    option: {
      animation: false,
      backgroundColor: paper,
      color: [...palette],
      textStyle: { fontFamily: look.font },
      ...option,
      title: titles.filter(({ text }) => text !== ''),
    },
  };
}

const heading = (text: string, width: number): TitleComponentOption => ({
  text,
  left: edge,
  top: 20,
  padding: 0,
  textStyle: {
    fontSize: fontSize.title,
    fontWeight: 600,
    color: ink.strong,
    width,
    overflow: 'truncate',
    ellipsis: '…',
  },
});

const beside = (text: string): TitleComponentOption => ({
  text,
  right: edge,
  top: 25,
  padding: 0,
  textStyle: { fontSize: fontSize.label, fontWeight: 400, color: ink.quiet },
});

const instead = (text: string): TitleComponentOption => ({
  text,
  left: 'center',
  top: 'middle',
  textStyle: { fontSize: fontSize.title, fontWeight: 400, color: ink.quiet },
});
