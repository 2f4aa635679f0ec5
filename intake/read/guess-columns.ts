import { foldSpelling } from '../../kernel/words/folding.js';
import type { ByLanguage } from '../../texts/languages.js';
import { readDay } from './cell-values.js';

export const shapes = ['teams', 'products', 'accounts', 'contacts', 'leads', 'opportunities'] as const;
/** The kind of rows in a file, in the order of import. */
export type Shape = (typeof shapes)[number];

interface Column {
  name: ByLanguage;
  /** Headers as people write them, folded: no case, spaces or underscores. */
  headers: string[];
}

const column = (zh: string, en: string, ...headers: string[]): Column => ({
  name: { zh, en },
  headers: [foldSpelling(zh), foldSpelling(en), ...headers],
});

const customer = column(
  '客户',
  'customer',
  'account',
  'accountname',
  'company',
  'companyname',
  'customername',
  'organization',
  '客户名称',
  '公司',
  '公司名称',
  '企业',
  '企业名称',
  '单位',
);
const owner = column(
  '负责人',
  'owner',
  'salesagent',
  'agent',
  'salesrep',
  'rep',
  'salesperson',
  'accountowner',
  'dealowner',
  'leadowner',
  '销售',
  '销售员',
  '业务员',
  '销售人员',
  '所有人',
  '跟进人',
);
const region = column(
  '地区',
  'region',
  'officelocation',
  'location',
  'country',
  'city',
  '区域',
  '城市',
  '省份',
  '所在地',
);
const tags = column('标签', 'tags', 'tag', 'labels');
const phone = column(
  '电话',
  'phone',
  'mobile',
  'tel',
  'telephone',
  'phonenumber',
  '手机',
  '手机号',
  '联系电话',
  '电话号码',
);
const email = column('邮箱', 'email', 'mail', 'emailaddress', '电子邮箱', '邮件');
const contact = column('联系人', 'contact', 'contactname', 'fullname', '姓名', '客户联系人', '名字');
const title = column('职位', 'title', 'jobtitle', 'position', '职务', '岗位');
const note = column('备注', 'note', 'notes', 'comment', 'description', '说明', '需求', '内容');

const known: Record<Shape, { columns: Record<string, Column>; needs: string[][]; others: boolean }> = {
  teams: {
    columns: {
      person: column(
        '姓名',
        'person',
        'salesagent',
        'agent',
        'name',
        'salesrep',
        'rep',
        'employee',
        '销售',
        '员工',
        '人员',
      ),
      manager: column('主管', 'manager', 'supervisor', 'salesmanager', '经理', '上级', '销售经理'),
      team: column('团队', 'team', 'department', 'salesteam', '部门', '小组', '销售团队'),
      region: column('区域', 'region', 'regionaloffice', 'office', '大区', '地区'),
      email,
    },
    needs: [['person'], ['manager', 'team']],
    others: false,
  },
  products: {
    columns: {
      product: column('产品', 'product', 'productname', '产品名称', '商品', '商品名称', '品名'),
      price: column('价格', 'price', 'salesprice', 'listprice', 'unitprice', '单价', '售价', '标价'),
      series: column('系列', 'series', 'category', 'family', 'line', '类别', '产品线'),
    },
    needs: [['product'], ['price']],
    others: false,
  },
  accounts: {
    columns: {
      customer,
      industry: column('行业', 'industry', 'sector', 'vertical', '所属行业'),
      region,
      owner,
      tags,
      grade: column('等级', 'grade', '客户等级', '客户级别', '级别', 'tier', 'rating', 'accountgrade'),
      contractEnd: column(
        '合同到期',
        'contract end',
        '合同到期日',
        '合同到期日期',
        '合同结束日期',
        'contractenddate',
        'contractend',
        'renewaldate',
      ),
    },
    needs: [['customer']],
    others: true,
  },
  contacts: {
    columns: { customer, contact, phone, email, title },
    needs: [['customer'], ['contact', 'phone', 'email']],
    others: false,
  },
  leads: {
    columns: {
      id: column('线索编号', 'lead id', 'leadid'),
      customer,
      contact,
      phone,
      title,
      source: column('来源', 'source', 'leadsource', '线索来源', '渠道'),
      owner,
      region,
      tags,
      note,
    },
    needs: [['customer'], ['source', 'note', 'id'], ['contact', 'phone', 'note']],
    others: false,
  },
  opportunities: {
    columns: {
      id: column('商机编号', 'opportunity id', 'opportunityid', 'dealid', 'id', '编号', '商机id', '订单号'),
      name: column(
        '商机',
        'opportunity',
        'opportunityname',
        'dealname',
        'deal',
        '商机名称',
        '项目',
        '项目名称',
      ),
      customer,
      owner,
      product: column('产品', 'product', 'productname', '产品名称', '商品'),
      stage: column(
        '阶段',
        'stage',
        'dealstage',
        'status',
        'salesstage',
        '状态',
        '商机阶段',
        '销售阶段',
        '商机状态',
      ),
      opened: column(
        '创建日期',
        'created',
        'engagedate',
        'createddate',
        'createdate',
        'opendate',
        'startdate',
        '创建时间',
        '开始日期',
        '立项日期',
      ),
      closed: column(
        '成交日期',
        'closed',
        'closedate',
        'closeddate',
        'enddate',
        '关闭日期',
        '结束日期',
        '签约日期',
        '成交时间',
      ),
      expected: column(
        '预计成交日',
        'expected close',
        'expectedclosedate',
        '预计成交日期',
        '预计签约日期',
        '预计结束日期',
      ),
      amount: column(
        '金额',
        'amount',
        'closevalue',
        'value',
        'dealvalue',
        'dealamount',
        'revenue',
        '商机金额',
        '合同金额',
        '成交金额',
        '预计金额',
      ),
      lossReason: column('输单原因', 'loss reason', 'lossreason', 'reasonlost', '丢单原因', '失败原因'),
    },
    needs: [['stage'], ['customer', 'id'], ['owner', 'id']],
    others: false,
  },
};

/** Which column of a file holds which field. */
export interface Mapping {
  shape: Shape;
  /** Field → index of the column. */
  fields: Record<string, number>;
  /** How it was recognised: 'header' by its heading, 'content' by its cells. */
  by: Record<string, 'header' | 'content'>;
  /** Names of custom fields. */
  labels?: Record<string, ByLanguage>;
  /** Indexes of columns stored as further facts; others are not used. */
  facts: number[];
}

/** The name of a field for people. */
export function columnFieldName(
  { shape, labels }: Pick<Mapping, 'shape' | 'labels'>,
  field: string,
): ByLanguage {
  return known[shape].columns[field]?.name ?? labels?.[field] ?? { zh: field, en: field };
}

/**
 * Guesses what a file holds from headings and cells, or undefined if nothing fits. The shape that uses the
 * most columns wins.
 */
export function guessMapping(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): Mapping | undefined {
  let best: { mapping: Mapping; used: number } | undefined;
  for (const shape of shapes) {
    const mapping = mappingFor(shape, header, rows);
    const used = Object.keys(mapping.fields).length;
    const fits = known[shape].needs.every((one) => one.some((field) => field in mapping.fields));
    if (fits && (!best || used > best.used)) best = { mapping, used };
  }
  return best?.mapping;
}

function mappingFor(shape: Shape, header: readonly string[], rows: readonly (readonly string[])[]): Mapping {
  const { columns, others } = known[shape];
  const mapping: Mapping = { shape, fields: {}, by: {}, facts: [] };
  const taken = new Set<number>();
  const take = (field: string, index: number, by: 'header' | 'content') => {
    if (index < 0) return;
    mapping.fields[field] = index;
    mapping.by[field] = by;
    taken.add(index);
  };
  const headings = header.map(foldSpelling);
  for (const [field, { headers }] of Object.entries(columns)) {
    take(
      field,
      headings.findIndex((heading, index) => !taken.has(index) && headers.includes(heading)),
      'header',
    );
  }
  for (const [field, matches] of Object.entries(contents)) {
    if (!(field in columns) || field in mapping.fields) continue;
    const found = header.findIndex((_, index) => !taken.has(index) && mostly(rows, index, matches));
    take(field, found, 'content');
  }
  if (others) mapping.facts = header.flatMap((_, index) => (taken.has(index) ? [] : [index]));
  return mapping;
}

/** Cell patterns that identify a column whatever its heading. */
const contents: Record<string, (cell: string) => boolean> = {
  phone: (cell) => /^(\+?86[- ]?)?1[3-9]\d{9}$/.test(cell),
  email: (cell) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell),
  stage: (cell) => /^(won|lost|closed won|closed lost|赢单|输单|成交|丢单)$/i.test(cell),
  opened: (cell) => readDay(cell) !== undefined,
};

function mostly(
  rows: readonly (readonly string[])[],
  index: number,
  looks: (cell: string) => boolean,
): boolean {
  const filled = rows.map((cells) => cells[index] ?? '').filter((cell) => cell !== '');
  return filled.length > 0 && filled.filter(looks).length >= filled.length * 0.8;
}
