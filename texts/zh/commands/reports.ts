import type { CommandTexts } from '../../shape/command-texts.js';

/** What commands about reports are called. */
export const reportCommands = {
  badges: { words: ['徽章', '勋章'], summary: '徽章的规则和得主', examples: ['徽章'] },
  meeting: {
    words: ['例会', '开会'],
    summary: '开例会：列出需决策的商机，当场决定',
    examples: ['例会', '例会 华东'],
  },
  'end-meeting': { words: ['散会'], summary: '散会，生成会议纪要', examples: ['散会'] },
  breakdown: {
    words: ['分布'],
    summary: '按产品或自定义字段查看商机',
    examples: ['分布 产品', '分布 产品 本月'],
    fields: {
      by: { label: '分组', example: '产品' },
    },
  },
  bridge: {
    words: ['变化', '对比'],
    summary: '查看商机管道从上次到现在的变化',
    examples: ['变化', '变化 本月'],
    fields: {
      part: { label: '哪一项' },
      since: { label: '起始日' },
    },
  },
  explain: {
    words: ['解释', '怎么算'],
    summary: '查看数字怎么算的：记录、规则和时间',
    examples: ['解释 赢单金额 上周', '解释 积分 @张三'],
    fields: {
      figure: {
        label: '数字',
        choices: {
          won: ['赢单', '业绩'],
          newDeals: ['新增商机'],
          followUps: ['跟进次数'],
          newLeads: ['线索'],
          moved: ['推进'],
          lost: ['输单'],
          open: ['在手', '在手金额', '进行中'],
          weighted: ['加权'],
          overdue: ['逾期'],
          conversion: ['转化'],
          points: ['排行', '得分', '分'],
          attainment: ['目标', '达成率'],
          commit: ['承诺'],
          best: ['乐观', '最好', '最好预测'],
          stage: ['阶段加权', '预测'],
        },
      },
      span: { label: '时间', example: '上周' },
    },
  },
  export: {
    words: ['导出'],
    summary: '把报表导出为 CSV 或 XLSX',
    examples: ['导出 金额 按 行业,负责人 本季', '导出 来源'],
    fields: {
      what: { label: '报表', example: '金额 按 行业' },
    },
  },
  forecast: { words: ['预测'], summary: '查看成交预测', examples: ['预测', '预测 本月'] },
  funnel: { words: ['漏斗'], summary: '查看销售漏斗', examples: ['漏斗', '漏斗 本月'] },
  ghosts: { words: ['僵尸', '僵尸商机'], summary: '查看长期没有进展的商机', examples: ['僵尸'] },
  loss: { words: ['输因', '输单原因'], summary: '查看输单原因和输单阶段', examples: ['输因', '输因 本月'] },
  ranking: {
    words: ['排行', '排名'],
    summary: '查看排行榜',
    examples: ['排行', '排行 本周', '排行 我'],
    fields: {
      mine: { label: '我' },
    },
  },
  response: { words: ['响应', '首响'], summary: '查看线索响应速度', examples: ['响应', '响应 本周'] },
  monthly: { words: ['月报'], summary: '查看月报', examples: ['月报', '月报 本月'] },
  quarterly: { words: ['季报'], summary: '查看季报', examples: ['季报', '季报 本季'] },
  slice: {
    words: ['报表', '切片'],
    summary: '按任意字段统计商机，可保存和定时发送',
    examples: [
      '报表 金额 按 行业,负责人 本季 >10万',
      '报表 赢单 按 产品 本月',
      '报表 存 大单 金额 按 行业 >10万',
      '报表',
    ],
    fields: {
      words: { label: '指标和分组', example: '金额 按 行业,负责人 本季 >10万' },
    },
  },
  cost: {
    words: ['费用', '花费', '投放费'],
    summary: '记各来源每月的费用，看每条线索、每单赢单花多少',
    examples: ['费用 展会 11月 2万', '费用 本月'],
    fields: {
      month: { label: '月份', example: '11月' },
      source: { label: '来源', example: '展会' },
    },
  },
  yield: {
    words: ['来源', '产出'],
    summary: '查看各来源、各产品的转化',
    examples: ['来源 本月', '来源 产品'],
    fields: {
      by: {
        label: '分组',
        choices: { source: ['来源'], product: ['产品'] },
      },
    },
  },
  stalled: {
    words: ['停滞'],
    summary: '查看停滞的商机',
    examples: ['停滞', '停滞 第2页'],
    fields: {
      page: { label: '页码' },
      owner: { label: '负责人', example: '张三' },
    },
  },
  trend: {
    words: ['趋势', '走势'],
    summary: '查看每周、每月的走势',
    examples: ['趋势', '趋势 赢单 12个月'],
    fields: {
      metric: {
        label: '数字',
        choices: {
          won: ['赢单', '赢单金额', '金额', '业绩'],
          newDeals: ['新商机', '商机', '新增商机'],
          followUps: ['跟进', '跟进次数'],
          winRate: ['赢率', '胜率', '赢单率'],
        },
      },
      span: {
        label: '时间范围',
        choices: {
          '8weeks': ['8周', '近8周', '周', '按周'],
          '6months': ['6个月', '近6个月', '6月', '半年'],
          '12months': ['12个月', '近12个月', '12月', '一年'],
        },
      },
    },
  },
  weekly: {
    words: ['周报', 'b'],
    summary: '查看周报：个人、团队或公司',
    examples: ['周报', '周报 本周', '周报 @上周五', '周报 我'],
    fields: {
      whose: {
        label: '范围',
        choices: { me: ['我', '我的', '自己'] },
      },
    },
  },
  'slice-save': {
    words: ['存报表'],
    summary: '保存报表',
    examples: ['存报表 大单按行业 金额 按 行业 >10万'],
    fields: {
      name: { label: '名称', ask: '报表叫什么名称？', example: '大单按行业' },
      slice: { label: '指标和分组', example: '金额 按 行业' },
    },
  },
  'slice-remove': {
    words: ['删报表'],
    summary: '删除保存的报表',
    fields: {
      name: { label: '名称', ask: '报表叫什么名称？', example: '大单按行业' },
    },
  },
  'slice-post': {
    words: ['定报表'],
    summary: '把报表定时发到团队',
    fields: {
      words: { label: '名称和时间', example: '大单按行业 每周一 9:00' },
    },
  },
  'report-times': {
    words: ['报表时间'],
    summary: '定时发报表',
    fields: { words: { label: '报表和时间', example: '周报 每周五 16:00' } },
  },
  'slice-stop': {
    words: ['停报表'],
    summary: '不再定时发报表',
    fields: {
      name: { label: '名称', ask: '报表叫什么名称？', example: '大单按行业' },
    },
  },
} satisfies Record<string, CommandTexts>;
