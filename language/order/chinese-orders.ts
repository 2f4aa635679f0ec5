import { readShift } from '../correction/changed-values.js';
import {
  isAmount,
  isDay,
  isPersonName,
  isPronoun,
  isStageName,
  nameSaid,
  saidOnly,
  stageSaid,
} from './order-parts.js';
import type { OrderForm } from './order-reading.js';
import { zoneOrder } from './settings-orders.js';
import { targetInAnyOrder } from './target-pieces.js';

const amountOf =
  /^(?:把|将)?(?<a>[^,，。]*?)(?:的|那单|这单)?(?:商机)?(?:金额|价格|合同额|合同金额|预算金额)(?:给我)?(?:改|调|调整|更新|更改|修改|换|设|定)(?:成|为|到|至)?[:：]?(?<value>[^,，。了]+)$/u;
const priceOf =
  /^(?:把|将)(?<a>[^,，。]*?)(?:的)?(?:报价)?(?:改|调|调整|修改|更新)(?:成|为|到|至)(?<value>[^,，。了]+)$/u;
const closeOf =
  /^(?:把|将)?(?<a>[^,，。]*?)(?:的|那单|这单)?(?:预计)?(?:成交|关单|签约|签单|结单)(?:日期?|时间)?(?:改|调|调整|推|推迟|延|延期|延后|挪|提前|设|定|更新)(?:期)?(?:成|为|到|至)(?<value>[^,，。了]+)$/u;
/** 盛泽丝绸改到2月底签 ("Shengze signs at the end of February instead"). */
const signsThen =
  /^(?:把|将)?(?<a>[^,，。]{2,20}?)(?:的)?(?:单子|合同|那单|这单)?(?:改|推迟?|延期?|延后|挪|提前)(?:到|至)(?<value>[^,，。了]{2,12}?)(?:才|再)?(?:签约|签单|签|成交|关单)$/u;
/** 星河预计成交推后两周 ("put the close of Xinghe off by two weeks"). */
const closeShift =
  /^(?:把|将)?(?<a>[^,，。]*?)(?:的|那单|这单)?(?:预计)?(?:成交|关单|签约|签单|结单)(?:日期?|时间)?(?:再|就|还是|要|得|先)?(?<shift>(?:往后推迟?|往后|后推|推迟|推后|延后|顺延|延期|提前|往前提?|推)[一两二三四五\d]{1,2}个?(?:天|周|星期|礼拜|月))(?:吧|了)?$/u;
const lostOf =
  /^(?:把|将)(?<a>[^,，。]+?)(?:标|记|算|设|改|关|置)(?:记|为|成|作|掉)*(?:输单|丢单|输掉|输|失败)(?:[,，]?(?:原因|因为|理由|由于)?(?:是|[:：])?(?<reason>[^,，。]+))?$/u;
const wonOf =
  /^(?:把|将)(?<a>[^,，。]+?)(?:标|记|算|设|改|关|置)(?:记|为|成|作)*(?:赢单|成交|赢)(?:[,，]?(?<amount>[^,，。]+))?$/u;
const numberedLost =
  /^(?:(?:输|丢)了(?<b>[Dd]-?\d+)|(?<a>[Dd]-?\d+)\s*(?:这个?单子?|那个?单子?|这个|那个|商机)?(?:我们|已经?|确定|最终|就)*(?:输单|输掉|丢单|输|丢)了?)(?:[,，:：\s]*(?:原因|因为|理由|由于)?(?:是|[:：])?(?<reason>[^,，。]+?(?:[,，][^,，。]+)?))?$/u;
const numberedWon =
  /^(?:(?:赢|拿)(?:下来?)?了(?<b>[Dd]-?\d+)|(?<a>[Dd]-?\d+)\s*(?:这个?单子?|那个?单子?|这个|那个|商机)?(?:我们|已经?|确定|最终|就)*(?:赢单|赢下来?|拿下来?|赢|成交)了?)[,，:：\s]*(?:金额|合同额|成交价)?(?:是|[:：])?(?<amount>[^,，。]+)?$/u;
const stageOf =
  /^(?:把|将)?(?<a>[^,，。]*?)(?:推进|推|移|挪|转|放|改|调|挪动|移动)(?:到|进|至|成|为)(?<stage>[^,，。]+?)(?:阶段)?$/u;
const onOf =
  /^(?:把|将)?(?<a>[^,，。]+?)(?:往前推|往前走|推进|推)(?:一下|一步|一个阶段|一阶段|到下个?一?阶段|到下一步)?$/u;
const assignOf =
  /^(?:把|将)?(?<a>[^,，。]+?)(?:从@?[^,，。]{2,4}?(?:手上|手里|那里|那儿|名下)?)?(?:转交|移交|分配|转|交|派|分|让|给|归|由)(?:给|到)?(?<to>@?[^,，。\s]{2,12}?)(?:来|去)?(?:跟进|跟|负责|管|接)?$/u;
const handoverOf =
  /^(?:把|将)?(?<who>@?[^,，。的]{2,12}?)(?:手上|手里|名下)?的?(?:全部|所有|客户|商机|线索|单子|东西|盘子|工作|都|和|[、])+(?:先|暂时|就)?(?:交接|移交|转交|转|交)?(?:给|到)(?<to>@?[^,，。\s]{2,12})$/u;
const targetOf =
  /^(?:把|将)?(?<a>[^,，。\d]{2,12}?)的?(?<month>(?:明年|今年)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})月份?|下个?月|本月|这个月)?的?(?:业绩|销售)?(?:目标|指标|任务)(?:改|调|调整|定|设|设置|设定)(?:成|为|到|至)?(?<value>[^,，。了]+)$/u;
/** 给听涛建个小程序商机8万 ("make a deal for Tingtao, mini program, 80,000"): its name stands before the word. */
const namedDealFor =
  /^(?:给|为|在)(?<a>[^,，。]{2,20}?)(?:那边)?(?:新建|创建|新增|建)(?!议|立|成|设|群)(?:一?个|一?条)?(?:新的?)?(?<name>[^,，。聊谈说讲跟看问的了这那]{1,12}?)的?商机[,，:：\s]*(?<rest>.*)$/u;
const dealFor =
  /^(?:给|为|在)?(?<a>[^,，。]{2,20}?)(?:那边)?(?:新建|新增|新开|建|开|加|创建)(?:一?个|一?条)?(?:新的?)?(?:商机|单子|单)[,，:：\s]*(?:名字?叫|叫做?|名为|是)?(?<rest>.*)$/u;

/** 星河有个新商机，CRM项目20万 ("Xinghe has a new deal, CRM project, 200,000"), 云帆 商机 年度维保 5万. */
const hasDeal =
  /^(?<a>[^,，。\s]{2,20}?)(?:那边|这边)?(?:又|还|刚|最近|今天)?(?:(?:新?有|新?出|新增|多)了?一?[个条笔](?:新的?)?(?:商机|单子)[,，:：\s]+(?:叫|是)?|\s商机[\s:：]+)(?<rest>[^,，。]*\d[^,，。]*)$/u;

const backTo =
  /^(?:把|将)?(?<a>[^,，。]*?)(?:的)?(?:商机)?(?:阶段)?(?:要|先|得|应该|重新)?(?:退回|回退|退|倒回|打回|调回|改回|移回|拉回|回)(?:到|至)?(?<stage>[^,，。]+?)(?:阶段)?(?:去|吧|了)?(?:[,，](?:因为|原因是?)?(?<why>[^。]+))?$/u;
const convertOf =
  /^(?:把|将)?(?<a>[^,，。]{0,20}?)(?:这条|那条|这个|那个)?(?:的)?(?:线索)?(?:可以|要|该)?(?:转成|转为|转换成|转换为|转|变成|升级成|升级为|改成)(?:一?个)?(?:新)?商机(?:了|吧)?$/u;

const back: OrderForm = (text, about) => {
  const { a, stage = '', why } = backTo.exec(text)?.groups ?? {};
  const name = stageSaid(stage, about);
  return name
    ? { command: 'move', input: saidOnly({ record: nameSaid(a), stage: name, note: why }) }
    : undefined;
};

const convert: OrderForm = (text) => {
  const found = convertOf.exec(text)?.groups;
  return found && { command: 'move', input: saidOnly({ record: nameSaid(found.a) }), converts: true };
};

const changeAmount: OrderForm = (text) => {
  const found = amountOf.exec(text)?.groups ?? priceOf.exec(text)?.groups;
  if (!found || !isAmount(found.value)) return undefined;
  return { command: 'edit', input: saidOnly({ deal: nameSaid(found.a), amount: found.value }) };
};

const shiftClose: OrderForm = (text) => {
  const found = closeShift.exec(text)?.groups;
  const days = found && readShift(found.shift ?? '');
  return days === undefined
    ? undefined
    : { command: 'edit', input: saidOnly({ deal: nameSaid(found?.a), later: String(days) }) };
};

const changeClose: OrderForm = (text, about) => {
  const found = (closeOf.exec(text) ?? signsThen.exec(text))?.groups;
  if (!found || !isDay(found.value, about)) return undefined;
  return { command: 'edit', input: saidOnly({ deal: nameSaid(found.a), close: found.value }) };
};

const lose: OrderForm = (text) => {
  const found = (lostOf.exec(text) ?? numberedLost.exec(text))?.groups;
  const reason = found?.reason?.replace(/原因$|的?问题$|了$/u, '');
  return found && { command: 'lost', input: saidOnly({ deal: nameSaid(found.a ?? found.b), reason }) };
};

const win: OrderForm = (text) => {
  const found = (wonOf.exec(text) ?? numberedWon.exec(text))?.groups;
  if (!found || (found.amount !== undefined && !isAmount(found.amount))) return undefined;
  return { command: 'won', input: saidOnly({ deal: nameSaid(found.a ?? found.b), amount: found.amount }) };
};

const move: OrderForm = (text, about) => {
  const found = stageOf.exec(text)?.groups;
  if (found && isStageName(found.stage ?? '', about))
    return { command: 'move', input: saidOnly({ record: nameSaid(found.a), stage: found.stage }) };
  const name = nameSaid(onOf.exec(text)?.groups?.a);
  return name ? { command: 'move', input: { record: name } } : undefined;
};

const handOver: OrderForm = (text, about) => {
  const { who, to } = handoverOf.exec(text)?.groups ?? {};
  if (!who || !to || !isPersonName(who, about) || !isPersonName(to, about)) return undefined;
  return { command: 'handover', input: { who, to } };
};

const assign: OrderForm = (text, about) => {
  const { a, to } = assignOf.exec(text)?.groups ?? {};
  const whose = a?.replace(/(?:以后|之后|今后|还是|就|都|先|也)+$/u, '');
  const record = nameSaid(whose);
  // A whole book is handed over, and is no record.
  if (/手上|手里|名下|^[他她]的?$/u.test(whose ?? '')) return undefined;
  if (!to || !isPersonName(to, about) || (!record && !isPronoun(whose))) return undefined;
  return { command: 'assign', input: saidOnly({ record, to }) };
};

const setTarget: OrderForm = (text) => {
  const found = targetOf.exec(text)?.groups;
  const whose = nameSaid(found?.a);
  if (!found || !whose || !isAmount(found.value)) return undefined;
  return { command: 'target', input: saidOnly({ whose, month: found.month, value: found.value }) };
};

/** ，负责人韩梅 (", Han Mei's"): needs no sign behind its word. */
const ownerSaid = /[,，\s]+(?:负责人|归属)(?:是|为|给|[:：=])?\s*(?<owner>\p{Script=Han}{2,4})(?=$|[,，\s])/u;

const createDeal: OrderForm = (text) => {
  const {
    a,
    rest = '',
    name: what = '',
  } = (dealFor.exec(text) ?? namedDealFor.exec(text) ?? hasDeal.exec(text))?.groups ?? {};
  const name = nameSaid(a);
  if (!name) return undefined;
  const needsKnown = !/^[给为在]/u.test(text);
  return {
    command: 'deal',
    input: {},
    customer: name,
    words: [name, what, rest.replace(ownerSaid, ' 负责人=$<owner>')].filter(Boolean).join(' '),
    ...(needsKnown ? { known: name } : {}),
  };
};

const languageOf =
  /^(?:以后|之后|请|都|把)*(?:语言)?(?:切换|切|换|改|设置?|说|讲|用)(?:成|到|为|回|用)?(?:语言)?(?<to>中文|汉语|普通话|英文|英语)(?:吧|回答|回复|说|交流|沟通|跟我说)*$/u;

const setLanguage: OrderForm = (text) => {
  const to = languageOf.exec(text)?.groups?.to;
  return to ? { command: 'language', input: { to } } : undefined;
};

/** The forms of orders in Chinese, the narrower ones first. */
export const chineseOrders: readonly OrderForm[] = [
  setTarget,
  targetInAnyOrder,
  setLanguage,
  zoneOrder,
  changeAmount,
  shiftClose,
  changeClose,
  lose,
  win,
  handOver,
  convert,
  back,
  move,
  assign,
  createDeal,
];
