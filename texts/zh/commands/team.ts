import type { CommandTexts } from '../../shape/command-texts.js';

/** What commands about teams and people are called. */
export const teamCommands = {
  bind: {
    words: ['绑群'],
    summary: '把群绑定到团队，选择推送什么',
    examples: ['绑群 华东 周报 停滞'],
    fields: {
      posts: {
        label: '推送内容',
        example: '周报 停滞',
        choices: {
          report: ['周报', '报表'],
          stall: ['停滞'],
          lead: ['线索'],
          pool: ['公海'],
          win: ['喜报', '赢单'],
        },
      },
    },
  },
  'call-me': {
    words: ['我叫'],
    summary: '告诉我您的姓名',
    examples: ['我叫 张三'],
    fields: {
      name: { label: '姓名', ask: '怎么称呼您？', example: '张三' },
    },
  },
  leave: {
    words: ['请假', '休假'],
    summary: '请假，期间不分配线索',
    examples: ['请假 明天-周五', '请假 明天'],
    fields: {
      who: { label: '同事' },
      deputy: { label: '代理人', example: '张三', names: ['代理'] },
      days: { label: '请假日期', ask: '哪几天请假？', example: '明天-周五' },
      isUnsure: { label: '待确认' },
    },
  },
  back: {
    words: ['销假', '取消请假'],
    summary: '销假，恢复分配线索',
    examples: ['销假'],
    fields: {
      who: { label: '同事' },
    },
  },
  link: {
    words: ['绑定'],
    summary: '合并您在不同平台的账号',
    examples: ['绑定'],
    fields: {
      code: { label: '绑定码', example: 'K7WM2QXP' },
    },
  },
  language: {
    words: ['语言'],
    summary: '选择回答的语言',
    examples: ['语言 中文'],
    fields: {
      to: {
        label: '语言',
        ask: '用哪种语言？',
        example: '中文',
        choices: { zh: ['中文', '汉语', '普通话', '简体中文'], en: ['英文', '英语'] },
      },
      whose: {
        label: '范围',
        ask: '本群用，还是只对您用？',
        example: '本群',
        choices: { group: ['本群', '群', '这个群', '频道', '这里'], own: ['我', '只对我', '自己', '我自己'] },
      },
    },
  },
  timezone: {
    words: ['时区', '我的时区'],
    summary: '我在哪个时区',
    examples: ['时区 伦敦'],
    fields: {
      zone: { label: '时区', example: '伦敦' },
      asks: { label: '询问' },
    },
  },
  mute: {
    words: ['静音', '免打扰'],
    summary: '一段时间内不提醒我',
    examples: ['静音 2小时', '静音 明天'],
    fields: {
      until: { label: '到哪天' },
      length: { label: '时长', example: '2小时' },
    },
  },
  unmute: { words: ['取消静音', '解除静音'], summary: '恢复提醒', examples: ['取消静音'] },
  mydata: {
    words: ['我的数据'],
    summary: '查看系统保存的我的数据',
    examples: ['我的数据'],
    fields: {
      all: { label: '最近操作' },
    },
  },
  role: {
    words: ['角色', '权限'],
    summary: '修改同事的角色',
    examples: ['角色 @张三 只读'],
    fields: {
      role: {
        label: '角色',
        choices: {
          viewer: ['只读', '旁观', '观察', '观察员'],
          rep: ['销售', '同事', '业务'],
          manager: ['经理', '主管'],
          admin: ['管理员'],
        },
      },
    },
  },
  setup: {
    words: ['设置码'],
    summary: '用设置码成为第一位管理员',
    examples: ['设置码 demo-code'],
    fields: {
      code: { label: '设置码' },
    },
  },
  resend: {
    words: ['重发'],
    summary: '重新发送没有送达的消息',
    fields: {
      posts: { label: '哪些' },
    },
  },
  join: { words: ['入队', '加入'], summary: '申请加入团队，或把同事加入团队', examples: ['入队 华东'] },
  'join-decline': { words: ['拒绝入队', '婉拒入队'], summary: '拒绝加入申请' },
  'name-confirm': { words: ['确认姓名'], summary: '确认同事自报的姓名', fields: { name: { label: '姓名' } } },
  'account-give': {
    words: ['认领账号'],
    summary: '把账号和导入的同事绑定为同一人',
    fields: { from: { label: '账号' }, into: { label: '同事' } },
  },
  team: {
    words: ['团队'],
    summary: '新建团队、指定经理',
    examples: ['团队 华北 @张三'],
    fields: {
      name: { label: '团队名' },
      manager: { label: '经理' },
      parent: { label: '上级', names: ['上级'] },
    },
  },
} satisfies Record<string, CommandTexts>;
