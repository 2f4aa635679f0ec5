import { foldWords } from '../../kernel/words/folding.js';
import type { CustomField, Process } from '../process/parse-process.js';
import { findNamed, type Nameable } from '../words/find-named.js';
import type { SliceMeasure } from './slice-measures.js';

const named = <K extends string>(key: K, zh: string, en: string, ...aliases: string[]) => ({
  key,
  name: { zh, en },
  aliases,
});

/** The measures, and what people call them. */
export const measureNames: (Nameable & { key: SliceMeasure })[] = [
  named('amount', '金额', 'amount', '商机金额', 'value'),
  named('count', '数量', 'count', '个数', '商机数', '商机数量', '商机', 'number', 'deals'),
  named('weighted', '加权', 'weighted', '加权金额', 'weighted amount'),
  named('wonAmount', '赢单金额', 'won amount', '成交额', '成交金额', '业绩', 'revenue'),
  named('wonCount', '赢单', 'won', '赢单数', '赢单数量', '成交', '成交数', 'won count', 'wins'),
  named('winRate', '赢率', 'win rate', '赢单率', '成交率'),
  named('lostCount', '输单', 'lost', '输单数', '输单数量', '丢单', 'lost count', 'losses'),
  named('lostAmount', '输单金额', 'lost amount', '丢单金额'),
  named(
    'averageSize',
    '平均单额',
    'average size',
    '客单价',
    '平均金额',
    '均单',
    'average',
    'average deal size',
  ),
  named('daysToClose', '成交天数', 'days to close', '成交周期', '赢单周期', '赢单天数', 'sales cycle'),
];

export const builtInDimensions = [
  named('owner', '负责人', 'owner', '销售', '同事', '人', 'rep', 'person'),
  named('team', '团队', 'team', '部门'),
  named('stage', '阶段', 'stage'),
  named('status', '状态', 'status', '结果'),
  named('product', '产品', 'product'),
  named('source', '来源', 'source', '线索来源', '渠道', 'lead source'),
  named('lossReason', '输单原因', 'loss reason', '输因', '丢单原因', '原因', 'reason'),
  named('lossStage', '输在阶段', 'loss stage', '丢单阶段', '输单阶段', 'lost in'),
  named('region', '地区', 'region', '区域', '省份'),
  named('industry', '行业', 'industry'),
  named('grade', '等级', 'grade', '客户等级', '级别'),
  named('tag', '标签', 'tag', 'tags'),
  named('month', '月份', 'month', '月', '按月'),
  named('pipeline', '管道', 'pipeline'),
];

export type BuiltInDimension =
  | 'owner'
  | 'team'
  | 'stage'
  | 'status'
  | 'product'
  | 'source'
  | 'lossReason'
  | 'lossStage'
  | 'region'
  | 'industry'
  | 'grade'
  | 'tag'
  | 'month'
  | 'pipeline';

/** What deals can be grouped by; `own` is set for a custom field. */
export interface Dimension extends Nameable {
  own?: CustomField;
}

/** Lists the built-in dimensions, then the custom fields of the company. */
export function dimensionsOf({ fields }: Pick<Process, 'fields'>): Dimension[] {
  const taken = new Set(builtInDimensions.flatMap(({ key, name }) => [key, name.zh, name.en].map(foldWords)));
  // A custom field named like a built-in dimension is reached as `my.product`.
  const own = fields.map((field) => ({
    key: taken.has(foldWords(field.key)) ? `my.${field.key}` : field.key,
    name: field.name,
    aliases: [],
    own: field,
  }));
  return [...builtInDimensions, ...own];
}

/** Finds the item whose key, name or alias equals the words, or undefined. */
export function findByName<T extends Nameable>(items: readonly T[], words: string): T | undefined {
  const wanted = foldWords(words);
  return items.find(({ key, name, aliases }) =>
    [key, name.zh, name.en, ...aliases].some((word) => foldWords(word) === wanted),
  );
}

/** Finds the only item that begins with or contains the words, or undefined. */
export function findByPart<T extends Nameable>(items: readonly T[], words: string): T | undefined {
  const found = [...foldWords(words)].length > 1 ? findNamed(items, words) : undefined;
  return found?.kind === 'one' ? found.item : undefined;
}

/** The outcomes of a deal. */
export const statusNames = [
  named('open', '进行中', 'open', '在手', '在跟'),
  named('won', '赢单', 'won', '赢', '成交'),
  named('lost', '输单', 'lost', '输', '丢单'),
];
