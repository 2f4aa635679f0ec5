import type { Locale } from '../../texts/languages.js';
import { markInWords } from '../names/self-given-name.js';
import type { Action, Card, CardNode, Chart } from './card.js';

/** A card as it leaves for its readers: what stands for a mark of names is said in their language. */
export const cardInWords = (card: Card, locale: Locale): Card =>
  withShownTexts(card, (text) => markInWords(text, locale));

/** Changes every text of a card that people read; keys and calls stay as they are. */
function withShownTexts(card: Card, change: (text: string) => string): Card {
  const { title, subtitle, nodes } = card;
  return {
    ...card,
    title: change(title),
    ...(subtitle === undefined ? {} : { subtitle: change(subtitle) }),
    nodes: nodes.map((node) => nodeWith(node, change)),
  };
}

function nodeWith(node: CardNode, change: (text: string) => string): CardNode {
  switch (node.kind) {
    case 'text':
    case 'context':
      return { ...node, text: change(node.text) };
    case 'fields':
      return {
        ...node,
        items: node.items.map(({ label, value }) => ({ label: change(label), value: change(value) })),
      };
    case 'table':
      return {
        ...node,
        columns: node.columns.map((column) => ({ ...column, label: change(column.label) })),
        rows: node.rows.map((row) => row.map(change)),
      };
    case 'image':
      return {
        ...node,
        alt: change(node.alt),
        ...('chart' in node ? { chart: chartWith(node.chart, change) } : {}),
      } as CardNode;
    case 'actions':
      return { ...node, items: node.items.map((item) => actionWith(item, change)) };
    case 'divider':
      return node;
  }
}

const chartWith = (chart: Chart, change: (text: string) => string): Chart => ({
  ...chart,
  title: change(chart.title),
  labels: chart.labels.map(change),
  series: chart.series.map((one) => ({ ...one, name: change(one.name) })),
});

function actionWith(item: Action, change: (text: string) => string): Action {
  const label = change(item.label);
  if (item.kind === 'select')
    return { ...item, label, options: item.options.map((one) => ({ ...one, label: change(one.label) })) };
  if (item.kind === 'link' || item.confirm === undefined) return { ...item, label };
  return { ...item, label, confirm: change(item.confirm) };
}
