interface Entry {
  key: string;
  name: { zh: string; en: string };
  aliases: string[];
}

const entry = (key: string, zh: string, en: string, ...aliases: string[]): Entry => ({
  key,
  name: { zh, en },
  aliases,
});

/** Used if the file has no `sources`. */
export const defaultSources: Entry[] = [
  entry('website', '官网', 'Website', '网站', 'web'),
  entry('referral', '转介绍', 'Referral', '介绍', '推荐'),
  entry('event', '展会', 'Event', '会议', '活动'),
  entry('call', '电话', 'Cold call', '陌拜', 'outbound'),
  entry('other', '其他', 'Other'),
];

/** Used if the file has no `lossReasons`. */
export const defaultLossReasons: Entry[] = [
  entry('price', '价格', 'Price', '太贵', '价格高', 'expensive'),
  entry('competitor', '竞品', 'Competitor', '竞争对手', '选了别家'),
  entry('fit', '需求不符', 'Not a fit', '功能', '不匹配', 'features'),
  entry('budget', '没有预算', 'No budget', '预算', '没钱'),
  entry('timing', '时机', 'Timing', '暂缓', '延期', 'postponed'),
  entry('silent', '失联', 'No answer', '联系不上', '不回复', 'ghosted'),
  entry('other', '其他', 'Other'),
];
