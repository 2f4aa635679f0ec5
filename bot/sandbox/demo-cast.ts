import type { Role } from '../../kernel/command/roles.js';

/** The people of the demo; all of them and their customers are fictitious. */
export interface CastMember {
  id: string;
  name: string;
  role: Role;
  team: '华东' | '华南' | null;
}

export const cast: CastMember[] = [
  { id: 'chen', name: '陈晨', role: 'admin', team: null },
  { id: 'zhou', name: '周敏', role: 'manager', team: '华东' },
  { id: 'lilei', name: '李雷', role: 'rep', team: '华东' },
  { id: 'han', name: '韩梅', role: 'rep', team: '华东' },
  { id: 'wu', name: '吴桐', role: 'rep', team: '华东' },
  { id: 'qin', name: '秦川', role: 'viewer', team: '华东' },
  { id: 'lin', name: '林岚', role: 'manager', team: '华南' },
  { id: 'xu', name: '许诺', role: 'rep', team: '华南' },
  { id: 'deng', name: '邓可', role: 'rep', team: '华南' },
];

/** Returns the manager of a person's team. */
export const demoManagerOf = (actor: CastMember): CastMember =>
  cast.find((one) => one.role === 'manager' && one.team === actor.team) ?? actor;

export const demoGroups = [
  { name: '华东销售群', team: '华东' },
  { name: '华南销售群', team: '华南' },
] as const;

export const customers = [
  '星河科技',
  '云帆物流',
  '青禾食品',
  '蓝鲸制造',
  '晨光医疗',
  '远山教育',
  '海棠地产',
  '飞鸟传媒',
  '金穗农业',
  '北辰电气',
  '白鹭旅游',
  '松石软件',
  '长风汽车',
  '初雪服饰',
  '明川化工',
  '晴空航空',
  '磐石建材',
  '流萤照明',
  '鹿鸣文化',
  '沧海渔业',
  '万象零售',
  '临江水务',
  '启明仪器',
  '锦程供应链',
  '南枝家居',
  '赤焰能源',
  '九州印务',
  '玉衡电子',
  '听涛酒店',
  '拾光影像',
  '橙果电商',
  '云杉木业',
  '天工机械',
  '望岳工程',
  '知行咨询',
  '木兰纺织',
  '清泉饮品',
  '银杏健康',
  '合众金融',
  '向阳光伏',
];

/** Customers that nobody sells to yet. */
export const unclaimedCustomers = ['松涛造纸', '凌云测绘', '碧海水产'];

export const products = ['ERP 标准版', 'ERP 二期', 'CRM 专业版', '数据平台', '移动审批', '年度维保'];
export const demoSurnames = ['王', '李', '张', '刘', '赵', '孙', '钱', '郑', '冯', '何'];
export const titles = ['总', '经理', '主任', '工'];
export const sources = ['官网', '转介绍', '展会', '电话'];
export const notes = [
  '价格偏高，还在和凌峰比',
  '演示了排产模块，反馈不错',
  '对方在走预算流程',
  '需要补一份实施计划',
  '技术负责人提了三个接口问题',
  '希望先试用一个月',
  '合同条款在法务',
  '约了下次带老板一起',
  '要求给到同行案例',
  '确认了使用人数',
];
