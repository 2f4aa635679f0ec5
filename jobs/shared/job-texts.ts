import { defineTexts } from '../../kernel/texts/define-texts.js';

/** What the clock says of its own accord. */
export const jobTexts = defineTexts({
  zh: {
    late: (minutes: number) =>
      `迟到 ${minutes < 120 ? `${minutes} 分钟` : `${Math.round(minutes / 60)} 小时`}`,
    stallTitle: (no: string, customer: string, amount: string) =>
      ['停滞', no, customer, amount].filter(Boolean).join(' · '),
    escalatedTitle: (no: string, customer: string, amount: string) =>
      ['停滞未处理', no, customer, amount].filter(Boolean).join(' · '),
    noActivity: (days: number, limit: number) => `已 ${days} 个工作日没有跟进（本阶段上限 ${limit} 天）。`,
    tooLong: (days: number, limit: number) => `在本阶段已停留 ${days} 个工作日（上限 ${limit} 天）。`,
    stalled: '已超过计划的下一步，没有新的跟进。',
    unanswered: (owner: string) => `${owner}收到提醒后还没有处理。`,
    stallsTitle: (count: number, amount: string) =>
      ['停滞', `${count} 个商机`, amount].filter(Boolean).join(' · '),
    escalatedStalls: (count: number, amount: string) =>
      ['停滞未处理', `${count} 个商机`, amount].filter(Boolean).join(' · '),
    stallsSaid: (count: number) => `有 ${count} 个商机停滞，先看金额最大的：`,
    handedOn: (no: string, customer: string) => `线索改派 · ${no} · ${customer}`,
    handedToYou: (from: string, until: string) =>
      `${from}一直没有跟进，现在由你负责，请在${until}前首次跟进。`,
    handedFromYou: (to: string) => `太久没有跟进，已改派给${to}。`,
    digestTitle: (count: number) => `${count} 条提醒`,
    digestHint: '点编号或回复编号，看详情并处理。',
    more: (count: number) => `还有 ${count} 个，点「全部」查看。`,
    all: '全部',
    redate: '改期',
    why: '原因',
    days: '工作日',
    deal: '商机',
    tasksTitle: (date: string) => `今日待办 · ${date}`,
    tasksSaid: (due: number, overdue: number) =>
      `今天 ${due} 件${overdue > 0 ? `，逾期 ${overdue} 件` : ''}。`,
    tasksMore: (count: number) => `还有 ${count} 件，点「全部」查看。`,
    overdue: '逾期',
    today: '今天',
    task: '事项',
    due: '时间',
    leadDue: (no: string, customer: string) => `待首次跟进 · ${no} · ${customer}`,
    leadDueSaid: (until: string) => `请在${until}前首次跟进。`,
    leadOver: (until: string) => `已超过首次跟进时限（${until}）。`,
    leadTold: (no: string, customer: string) => `线索无人跟进 · ${no} · ${customer}`,
    leadToldSaid: (owner: string, until: string) => `${owner}还没有首次跟进，时限是${until}。`,
    returnSoon: (no: string, customer: string) => `即将回公海 · ${no} · ${customer}`,
    returnSoonSaid: (at: string) => `${at}前没有跟进，就会回到公海。`,
    contact: '联系人',
    note: '备注',
  },
  en: {
    late: (minutes: number) =>
      minutes < 120 ? `${minutes} minutes late` : `${Math.round(minutes / 60)} hours late`,
    stallTitle: (no: string, customer: string, amount: string) =>
      ['Stalled', no, customer, amount].filter(Boolean).join(' · '),
    escalatedTitle: (no: string, customer: string, amount: string) =>
      ['Still stalled', no, customer, amount].filter(Boolean).join(' · '),
    noActivity: (days: number, limit: number) =>
      `No follow-up for ${days} workdays (${limit} allowed in this stage).`,
    tooLong: (days: number, limit: number) => `In this stage for ${days} workdays (${limit} allowed).`,
    stalled: 'The planned next step is over and nothing was logged since.',
    unanswered: (owner: string) => `${owner} was alerted and has not acted on it.`,
    stallsTitle: (count: number, amount: string) =>
      ['Stalled', `${count} deals`, amount].filter(Boolean).join(' · '),
    escalatedStalls: (count: number, amount: string) =>
      ['Still stalled', `${count} deals`, amount].filter(Boolean).join(' · '),
    stallsSaid: (count: number) => `${count} deals have stalled. The largest first:`,
    handedOn: (no: string, customer: string) => `Lead reassigned · ${no} · ${customer}`,
    handedToYou: (from: string, until: string) =>
      `${from} has not touched it; it is yours now. Please follow up by ${until}.`,
    handedFromYou: (to: string) => `Untouched for too long, it went to ${to}.`,
    digestTitle: (count: number) => `${count} alerts`,
    digestHint: 'Tap or reply with a number to see it and act.',
    more: (count: number) => `${count} more: tap "All".`,
    all: 'All',
    redate: 'Re-date',
    why: 'Why',
    days: 'Workdays',
    deal: 'Deal',
    tasksTitle: (date: string) => `To do · ${date}`,
    tasksSaid: (due: number, overdue: number) => `${due} today${overdue > 0 ? `, ${overdue} overdue` : ''}.`,
    tasksMore: (count: number) => `${count} more: tap "All".`,
    overdue: 'overdue',
    today: 'today',
    task: 'What',
    due: 'When',
    leadDue: (no: string, customer: string) => `First follow-up due · ${no} · ${customer}`,
    leadDueSaid: (until: string) => `The first follow-up is due by ${until}.`,
    leadOver: (until: string) => `The first follow-up was due by ${until}.`,
    leadTold: (no: string, customer: string) => `Lead not answered · ${no} · ${customer}`,
    leadToldSaid: (owner: string, until: string) =>
      `${owner} has not followed it up; it was due by ${until}.`,
    returnSoon: (no: string, customer: string) => `Back to the pool soon · ${no} · ${customer}`,
    returnSoonSaid: (at: string) => `Without a follow-up it goes back to the pool at ${at}.`,
    contact: 'Contact',
    note: 'Note',
  },
});
