/**
 * The small world in which the sentences are said: all names are made up. The speaker is 林晓, a rep; it is
 * Thursday 2026-11-26, 10:00 in Shanghai.
 */
export const today = '2026-11-26';

export const speaker = '林晓';

/** Colleagues; 何芳 is the manager. */
export const colleagues = ['李强', '张宁', 'Emma', 'Jack', '何芳'];

export interface WorldCustomer {
  name: string;
  /** Further names the team uses. */
  aliases?: string[];
  /** Whose it is; the speaker's own where nothing is said. */
  owner?: string;
  contacts: { name: string; title?: string }[];
  /** The open deal, in major units. */
  deal?: { name: string; amount: number };
}

export const customers: WorldCustomer[] = [
  {
    name: '云杉科技',
    contacts: [
      { name: '王建国', title: '总' },
      { name: '李敏', title: '经理' },
    ],
    deal: { name: 'ERP二期', amount: 300_000 },
  },
  {
    name: '蓝鲸制造',
    aliases: ['蓝制'],
    contacts: [{ name: '陈刚', title: '厂长' }],
    deal: { name: 'MES项目', amount: 800_000 },
  },
  {
    name: '青禾食品',
    contacts: [{ name: '周婷', title: '总' }],
    deal: { name: '冷链系统', amount: 150_000 },
  },
  {
    name: '白塔医疗',
    contacts: [
      { name: '刘洋', title: '主任' },
      { name: '赵敏', title: '院长' },
    ],
    deal: { name: '影像平台', amount: 1_200_000 },
  },
  {
    name: '松果教育',
    contacts: [{ name: '孙丽', title: '老师' }],
    deal: { name: '排课系统', amount: 80_000 },
  },
  { name: '海川物流', contacts: [{ name: '吴军', title: '总' }] },
  { name: '海川能源', contacts: [{ name: '郑伟', title: '总监' }] },
  {
    name: '远帆集团',
    contacts: [
      { name: '王伟', title: '总' },
      { name: '王芳', title: '总' },
    ],
    deal: { name: '数据中台', amount: 2_000_000 },
  },
  { name: '金石软件', contacts: [{ name: '高翔', title: '工' }] },
  { name: '明月酒店', contacts: [{ name: '韩雪', title: '店长' }] },
  { name: '三川建设', owner: '李强', contacts: [{ name: '罗勇', title: '总' }] },
  { name: '新光电子', contacts: [{ name: '马骏', title: '采购' }] },
  { name: '百合家居', contacts: [{ name: '黄颖', title: '姐' }] },
  {
    name: 'Northwind Labs',
    contacts: [{ name: 'Tom Reed' }, { name: 'Amy Chen' }],
    deal: { name: 'Data Platform', amount: 300_000 },
  },
  {
    name: 'Bluebird Foods',
    contacts: [{ name: 'Sarah Lin' }],
    deal: { name: 'Cold Chain', amount: 150_000 },
  },
  { name: 'Oakline', contacts: [{ name: 'David Wang' }] },
  { name: 'Kestrel Systems', aliases: ['KS'], contacts: [{ name: 'Peter Novak' }] },
  { name: 'Harbor Grid', contacts: [] },
  { name: 'Harbor Health', contacts: [] },
];

/** What the speaker noted last, a minute ago; what a correction is about. */
export const last = {
  customer: '云杉科技',
  contacts: ['王总'],
  channel: 'visit',
  at: today,
  next: '2026-12-02',
  amount: 300_000,
};
