import { type Json, type JsonObject, objectOf, objectsIn } from '../json.js';
import { blockId } from './composition.js';
import { limits } from './limits.js';
import { type Fields, list, number, object, oneOf, type Report, type Rule, string, tagged } from './rule.js';

const { chart } = limits;

const label = string({ max: chart.label });
const point = object({ required: { label, value: number({ whole: false }) } });

const positive: Rule = (value, at, report) => {
  if (typeof value !== 'number' || value <= 0) report.add(at, 'must be greater than 0');
};

const categoriesOf = (block: JsonObject): Json[] => {
  const { categories } = objectOf(block.axis_config);
  return Array.isArray(categories) ? categories : [];
};

const sameLabels: NonNullable<Fields['also']> = (plot, at, report: Report) => {
  const categories = JSON.stringify(categoriesOf(plot));
  const series = objectsIn(plot.series);
  for (const [index, one] of series.entries()) {
    const labels = JSON.stringify(objectsIn(one.data).map((each) => each.label ?? null));
    if (labels !== categories)
      report.add(`${at}/series/${index}/data`, 'labels must match `axis_config.categories`');
  }
  if (new Set(series.map((one) => one.name)).size < series.length)
    report.add(`${at}/series`, 'series names must be unique');
};

const plot = (name: string): Rule =>
  object({
    required: {
      type: oneOf(name),
      series: list(object({ required: { name: label, data: list(point, { max: chart.points }) } }), {
        max: chart.series,
      }),
      axis_config: object({
        required: { categories: list(label, { max: chart.points }) },
        optional: { x_label: string({ max: chart.axisLabel }), y_label: string({ max: chart.axisLabel }) },
      }),
    },
    also: sameLabels,
  });

/** https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block */
export const dataVisualization: Rule = object({
  required: {
    type: oneOf('data_visualization'),
    title: string({ max: chart.title }),
    chart: tagged({
      pie: object({
        required: {
          type: oneOf('pie'),
          segments: list(object({ required: { label, value: positive } }), { max: chart.segments }),
        },
      }),
      bar: plot('bar'),
      line: plot('line'),
      area: plot('area'),
    }),
  },
  optional: { block_id: blockId },
});
