import { bareOrder, isAsking, orderText } from '../correction/plain-order.js';

/** What kind of record the words say it is. */
export type RecordKind = 'contact' | 'customer' | 'deal' | 'lead';

/** An order, or news, that changes what a record is called or whether it stands. */
export type UpkeepOrder = {
  /** The record as said; empty for the one that was talked of last. */
  record: string;
  /** What the words say the record is: "the deal rollout". */
  kind?: RecordKind;
  /** It is news, which is asked about before anything is changed. */
  isTold?: true;
} & ({ act: 'rename'; to: string } | { act: 'tag'; tags: string } | { act: 'reopen' | 'remove' | 'void' });

/** Longest line read so, in characters. */
const longest = 80;

type Act = UpkeepOrder['act'];
interface Form {
  act: Act;
  pattern: RegExp;
  isTold?: true;
}

const kindHan = '(?<kind>联系人|客户|公司|商机|单子|项目|线索)?';
const kindLatin =
  '(?:the |my |our )?(?:(?<kind>contact|customer|account|company|client|deal|opportunity|lead)(?: called| named)? )?';
const renamedHan =
  '(?:改名字?|更名|改称|重命名|(?:名字|名称|公司名|全称)(?:改|换|更改|变更?))(?:了)?[,:]?\\s*(?:叫做?|为|成|到|作|是|叫)*\\s*';

const forms: readonly Form[] = [
  {
    act: 'rename',
    pattern: RegExp(`^(?:把|将)${kindHan}(?<a>.+?)(?:的)?${renamedHan}(?<to>[^,，。]+?)(?:了)?$`, 'u'),
  },
  {
    act: 'rename',
    isTold: true,
    pattern: RegExp(
      `^${kindHan}(?<a>[^,，。]+?)(?:的)?(?:已经|现在|刚刚?|最近|要)*${renamedHan}(?<to>[^,，。]+?)(?:了)?$`,
      'u',
    ),
  },
  {
    act: 'rename',
    pattern: /^(?:rename|re-name) (?<a>it|this|that)(?: (?:to|as|into))? (?<to>.+)$/iu,
  },
  {
    act: 'rename',
    pattern: RegExp(`^(?:rename|re-name) ${kindLatin}(?<a>.+?) (?:to|as|into|->|=>) (?<to>.+)$`, 'iu'),
  },
  {
    act: 'rename',
    pattern: RegExp(
      `^(?:change|update|set|correct|fix) (?:the )?name (?:of|for) ${kindLatin}(?<a>.+?) to (?<to>.+)$`,
      'iu',
    ),
  },
  {
    act: 'rename',
    pattern: RegExp(`^(?:change|update|set|correct|fix) ${kindLatin}(?<a>.+?)['’]s name to (?<to>.+)$`, 'iu'),
  },
  {
    act: 'rename',
    isTold: true,
    pattern:
      /^(?<a>.+?) (?:is now (?:called|named|known as)|(?:(?:has|have|was|is|just|been|got) )*renamed(?: (?:itself|themselves))?(?: to| as)?|(?:has |have |just )?changed (?:its|their) name to|(?:has |have |just )?rebranded (?:as|to)|now goes by) (?<to>.+)$/iu,
  },
  {
    act: 'tag',
    pattern:
      /^(?:给|把|为)(?<a>.+?)(?:都)?(?:打上?|加上?|贴上?|添加|标上?|加|打)(?:一?个)?(?:标签|tag)(?:叫|为|[:：])?\s*(?<tags>[^,，。]+)$/u,
  },
  {
    act: 'tag',
    pattern:
      /^(?:给|把|为)(?<a>.+?)(?:打上?|加上?|贴上?|标上?|标记?为|加)(?:一?个)?(?<tags>[^,，。]+?)(?:的)?(?:标签|tag)$/u,
  },
  {
    act: 'tag',
    pattern:
      /^(?:去掉|删掉|删除|取消|移除|摘掉|拿掉|撕掉)(?<a>.+?)的(?<drops>[^的,，。]+?)(?:的)?(?:这个)?(?:标签|tag)$/u,
  },
  {
    act: 'tag',
    pattern:
      /^(?:把|将)?(?<a>.+?)的(?<drops>[^的,，。]+?)(?:这个)?(?:标签|tag)(?:给)?(?:去掉|删掉|删除|删了|取消|移除|摘掉|拿掉)(?:了)?$/u,
  },
  { act: 'tag', pattern: /^(?:add|put|apply|attach) (?:the |a )?tags? (?<tags>.+?) (?:to|on) (?<a>.+)$/iu },
  { act: 'tag', pattern: /^(?:add|put|apply|attach) (?:the |a )?(?<tags>.+?) tags? (?:to|on) (?<a>.+)$/iu },
  { act: 'tag', pattern: /^(?:add|put) (?<tags>#\S+) (?:to|on) (?<a>.+)$/iu },
  { act: 'tag', pattern: /^tag (?<a>.+?) (?:as|with) (?<tags>.+)$/iu },
  {
    act: 'tag',
    pattern:
      /^(?:remove|delete|drop|take|strip) (?:the )?(?<drops>.+?) tags? (?:from|off(?: of)?) (?<a>.+)$/iu,
  },
  {
    act: 'tag',
    pattern: /^(?:remove|delete|drop) (?:the )?tags? (?<drops>.+?) (?:from|off(?: of)?) (?<a>.+)$/iu,
  },
  { act: 'tag', pattern: /^(?:remove|drop|take) (?<drops>#\S+) (?:from|off(?: of)?) (?<a>.+)$/iu },
  { act: 'tag', pattern: /^untag (?<a>.+?)(?: as| from)? (?<drops>#?\S+)$/iu },
  { act: 'tag', pattern: /^(?<a>[^#]+?)\s+(?<tags>(?:#\S+\s*)+)$/u },
  {
    act: 'reopen',
    pattern: RegExp(`^(?:重新打开|重新激活|重新启动|重开|激活|恢复)(?:一下)?${kindHan}(?<a>.+?)$`, 'u'),
  },
  {
    act: 'reopen',
    pattern: /^(?:把|将)(?<a>.+?)(?:重新打开|重开|重新激活|激活|恢复)(?:一下|吧|了)?$/u,
  },
  {
    act: 'reopen',
    isTold: true,
    pattern: /^(?<a>[^,，。]+?)(?:又|已经|现在|突然)*(?:活过来|复活|活|重新启动|重启|启动)了$/u,
  },
  {
    act: 'reopen',
    pattern: RegExp(`^(?:re-?open|re-?activate|revive|un-?close) ${kindLatin}(?<a>.+)$`, 'iu'),
  },
  {
    act: 'reopen',
    isTold: true,
    pattern:
      /^(?<a>.+?)(?: is|['’]s| are| just)? (?:back on(?: track)?|back in play|back on the table|alive again|live again|back from the dead|came back to life|come back to life)(?: again)?$/iu,
  },
  {
    act: 'void',
    pattern: RegExp(
      `^(?:作废|废掉|取消)${kindHan}(?<a>.+?)(?<tail>的?(?:商机|单子|项目|线索)|那单|这单)$`,
      'u',
    ),
  },
  {
    act: 'void',
    pattern: RegExp(
      `^(?:把|将)${kindHan}(?<a>[^,，。]+?)(?:给|都|要|先|也)?(?:作废|废掉|标记?(?:为|成)无效|设为无效)(?:掉|了|吧)?$`,
      'u',
    ),
  },
  {
    act: 'void',
    pattern:
      /^(?<a>[^,，。]+?)(?:的)?(?<kind>商机|单子|项目|线索|客户)?(?:是|给|要|先|都|已经)*(?:作废|无效)(?:掉|了|吧|线索|的)*$/u,
  },
  {
    act: 'void',
    pattern: /^(?<a>[^,，。]+?)(?:的)(?<kind>商机|单子|项目)(?:已经|都)?取消了$/u,
    isTold: true,
  },
  {
    act: 'void',
    pattern:
      /^(?:void|cancel|scrap|kill|invalidate|drop) (?:the |my )?(?<a>.+?)(?:['’]s)? (?<kind>deal|opportunity|lead)$/iu,
  },
  {
    act: 'void',
    pattern: /^(?:void|invalidate) (?:the )?(?<kind>deal|lead|opportunity)? ?(?<a>.+)$/iu,
  },
  {
    act: 'void',
    pattern:
      /^(?:mark|flag|set) (?:the )?(?<a>.+?)(?: (?<kind>deal|opportunity|lead))? (?:as )?(?:invalid|void|junk|spam|bogus|fake|unqualified)$/iu,
  },
  {
    act: 'void',
    isTold: true,
    pattern:
      /^(?<a>.+?)(?: (?<kind>deal|opportunity|lead))? (?:is|was|turned out to be) (?:an? )?(?:invalid|void|junk|spam|bogus|fake)(?: lead| deal| inquiry| enquiry)?$/iu,
  },
  {
    act: 'remove',
    pattern: RegExp(
      `^(?:删除|删掉|删了|删|移除|去掉)(?:一?下)?${kindHan}[:：\\s]*(?<a>.+?)(?<tail>这?个?联系人)?$`,
      'u',
    ),
  },
  {
    act: 'remove',
    pattern: RegExp(
      `^(?:把|将)${kindHan}(?<a>.+?)(?<tail>这?个?(?:联系人|客户|商机|线索))?(?:给|都|也)?(?:删除|删掉|删了|移除|去掉)(?:吧|了)?$`,
      'u',
    ),
  },
  {
    act: 'remove',
    pattern: RegExp(
      `^(?:delete|remove|erase|get rid of) ${kindLatin}(?<a>.+?)(?<tail> (?:contact|customer|account|deal|lead|opportunity))?$`,
      'iu',
    ),
  },
];

const kinds: Record<string, RecordKind> = {
  ...{
    联系人: 'contact',
    客户: 'customer',
    公司: 'customer',
    商机: 'deal',
    单子: 'deal',
    项目: 'deal',
    线索: 'lead',
  },
  ...{
    contact: 'contact',
    customer: 'customer',
    account: 'customer',
    company: 'customer',
    client: 'customer',
  },
  ...{ deal: 'deal', opportunity: 'deal', lead: 'lead' },
};

/** The kind of record that words say before or behind a name, and the name: `contact Jane Doe`, 河谷制药的商机 ("the deal of Hegu"). */
export function kindSaid(words: string): { kind?: RecordKind; name: string } {
  const before =
    /^(?<kind>联系人|客户|公司|商机|单子|项目|线索|(?:the )?(?:contact|customer|account|company|deal|opportunity|lead)\b)[\s:：]*(?<name>.+)$/iu.exec(
      words.trim(),
    )?.groups;
  const behind = /^(?<name>.+?)(?:的|['’]s | )(?<kind>商机|单子|项目|线索|deal|opportunity|lead)$/iu.exec(
    words.trim(),
  )?.groups;
  const found = before ?? behind;
  const kind = kinds[(found?.kind ?? '').toLowerCase().replace(/^the /u, '')];
  return kind && found?.name ? { kind, name: cleaned(found.name) } : { name: cleaned(words) };
}

/** Names no record: what was noted, planned or said, which undo and tasks take. */
const noRecord =
  /跟进|记录|待办|任务|提醒|日程|标签|金额|电话|号码|手机|邮箱|字段|规则|阶段|刚才|刚刚|上一?[条个]|最后|备注|^(?:那|这|上)[条个]?$|[了过]|\b(?:notes?|logs?|follow-?ups?|tasks?|reminders?|last|visit|call|meeting|entry|field|rule|stage|from|tags?|it|that|this|one|thing|everything|all|my)\b/iu;

/** Whether words may name a record that is deleted, and no note, task or step, which undo takes. */
export const namesRecord = (words: string): boolean => !noRecord.test(words);

/** Reads an order that renames, tags, opens again, drops or deletes a record; undefined if the line says anything else. */
export function readUpkeepOrder(line: string): UpkeepOrder | undefined {
  const text = orderText(line).replace(/[’‘]/gu, "'");
  if (text.length > longest || isAsking(text)) return undefined;
  const said = bareOrder(text);
  for (const { act, pattern, isTold } of forms) {
    const found = pattern.exec(said)?.groups;
    if (!found?.a) continue;
    const read = orderOf(act, found);
    // What names its kind orders it: 商机MES改名为MES一期 ("rename the deal MES to MES phase one").
    if (read) return { ...read, ...(isTold && !(act === 'rename' && found.kind) ? { isTold } : {}) };
  }
  return undefined;
}

function orderOf(act: Act, found: Record<string, string | undefined>): UpkeepOrder | undefined {
  const { a = '', to = '', tags, drops, kind = '', tail = '' } = found;
  const hint = kinds[kind.toLowerCase()] ?? kindIn(tail);
  const named = { record: cleaned(a), ...(hint ? { kind: hint } : {}) };
  if (act === 'rename')
    return to.trim() === '' || unnamed.test(to) ? undefined : { act, ...named, to: unquoted(to) };
  if (act === 'tag') {
    const words = drops === undefined ? (tags ?? '') : drops.replace(/(^|[\s,，、])#?(?=\S)/gu, '$1-');
    return /[?？]/u.test(words) ? undefined : { act, ...named, tags: unquoted(words) };
  }
  if (noRecord.test(named.record)) return undefined;
  return { act, ...named };
}

const kindIn = (tail: string): RecordKind | undefined =>
  Object.entries(kinds).find(([word]) => tail.toLowerCase().includes(word))?.[1];

/** No new name stands there: 改名字了 ("has changed the name"). */
const unnamed = /^(?:什么|啥|一下|了|吧|it|that|this)$/iu;

const unquoted = (words: string): string =>
  words
    .trim()
    .replace(/^["'「『“](.+)["'」』”]$/u, '$1')
    .trim();
const cleaned = (words: string): string =>
  unquoted(words.replace(/^(?:the|my|our)\s+|(?:的|那边|这个|那个|现在|已经|又)+$/giu, ''));

/** Whether words begin with what stands for the record that is talked about: `rename it to Acme`. */
export const beginsWithPronoun = (words: string): boolean =>
  /^\s*(?:it|this|that|them|它)(?=\s|$)/iu.test(words);
