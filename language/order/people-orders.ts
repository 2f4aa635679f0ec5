import { isPersonName } from './order-parts.js';
import type { OrderForm } from './order-reading.js';

const roles: readonly [role: string, words: string][] = [
  ['admin', 'admin(?:istrator)?|管理员'],
  ['manager', '(?:sales |team )?(?:manager|lead)|(?:团队|销售)?(?:经理|主管)|组长'],
  ['viewer', 'viewer|read[- ]only|只读|访客'],
  ['rep', '(?:sales )?rep(?:resentative)?|(?:普通)?销售(?:员)?|业务员'],
];

const roleForms = roles.map(([role, words]) => ({
  role,
  forms: [
    `^(?:make|promote|set|demote) (?<who>.+?)(?: (?:to|as))?(?: be)? (?:an? |the )?(?:${words})$`,
    `^give (?<who>.+?) (?:the )?(?:${words}) (?:role|rights|access)$`,
    `^(?<who>.+?) (?:is now|should be)(?: now)? (?:an? |the )?(?:${words})$`,
    `^(?:让|请)(?<who>.+?)(?:来)?(?:当|做|担任)(?:新的?)?(?:${words})(?:吧)?$`,
    `^(?:把|将)?(?<who>.+?)(?:的角色)?(?:升[为成任]?|提[为成]|提拔[为成]|设[为成]|改[为成]|任命为)(?:新的?)?(?:${words})$`,
  ].map((form) => new RegExp(form, 'iu')),
}));

/** Gives a colleague a role: "make Amy a manager", 把韩梅设为主管. */
export const roleOrder: OrderForm = (text, about) => {
  for (const { role, forms } of roleForms)
    for (const form of forms) {
      const who = form.exec(text)?.groups?.who?.trim();
      if (who && isPersonName(who, about)) return { command: 'role', input: { who, role } };
    }
  return undefined;
};

const leavers = [
  /^(?:deactivate|disable|offboard|remove|delete|kick(?: out)?)(?: user| member| account(?: of)?)? (?<who>.+?)(?:'s account)?(?: (?:from|off) (?:the )?(?:team|company|system|list|bot))?$/iu,
  /^(?<who>.+?) (?:has )?(?:left|quit|resigned)(?: (?:the )?(?:company|team|us))?(?: (?:today|yesterday|last week))?$/iu,
  /^(?<who>.+?) (?:is|was) (?:no longer (?:with us|here|in the team)|let go|fired)$/iu,
  /^(?:停用|禁用|注销|删除|移除|踢出?)(?:一下|用户|成员|账号)?(?<who>.+?)(?:的?账号)?$/u,
  /^(?:把|将)(?<who>.+?)(?:的账号)?(?:移出|踢出|移除|踢|删|停用|禁用|注销)(?:了|掉|团队|公司|系统|名单|账号)*$/u,
  /^(?<who>.+?)(?:已经?|昨天|今天|上周|这周|要)?(?:离职|辞职|走人|不干)(?:了)?$/u,
];

/** Ends a colleague's account, once their records are handed over: "deactivate Tom", 李雷离职了. */
export const leaverOrder: OrderForm = (text, about) => {
  for (const form of leavers) {
    const who = form.exec(text)?.groups?.who?.trim();
    if (who && isPersonName(who, about)) return { command: 'handover', input: { who, leaves: true } };
  }
  return undefined;
};

const groupLanguage = [
  /^(?:make|set|switch|change|put)(?: the language (?:of|in))? (?:this|the|our) (?:channel|group|chat|room)(?:'s language)?(?: (?:to|in|into|speak|answer in))? (?<to>english|chinese|mandarin)$/iu,
  /^(?:this|the|our) (?:channel|group|chat) (?:is|speaks|should (?:be in|speak)|uses) (?<to>english|chinese|mandarin)$/iu,
  /^(?:speak|answer|reply|write|post)(?: in)? (?<to>english|chinese|mandarin) (?:in )?(?:here|this (?:channel|group|chat)|to (?:this|the) (?:channel|group))$/iu,
  /^(?:把)?(?:这个?|本|我们)群(?:里)?(?:的?语言)?(?:都|以后|请)*(?:用|说|讲|改[成为]|换成|设[成为])(?<to>中文|汉语|英文|英语)(?:了|吧)?$/u,
];

/** Sets the language of the group in which it is said: "make this channel English", 这个群用英文. */
export const groupLanguageOrder: OrderForm = (text) => {
  for (const form of groupLanguage) {
    const to = form.exec(text)?.groups?.to;
    if (to) return { command: 'language', input: { to, whose: 'group' } };
  }
  return undefined;
};
