import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTakeBack } from '../../../language/correction/take-back-order.js';
import { conversationsIn } from '../../conversations/conversation.js';

const what = (line: string) => readTakeBack(line)?.what;

describe('a line that takes something back', () => {
  it.each([
    '撤了吧',
    '还是撤了吧',
    '唉还是撤了吧',
    '啊不是，输错了 撤回',
    '啊点错了，撤',
    '刚才输单那条撤了',
    '撤销上一步',
    '把刚才的撤回',
    'undo that',
    'undo that please',
    'take that back',
    'take it back please',
    'Could you take that back?',
    'oops no, wrong one, undo that please',
    'scratch that',
    'undo that, omar just texted he wants another week',
    'oh wait thats only drafted not sent, undo',
    'revert that',
  ])('takes the last step back: %s', (line) => expect(what(line)).toBe('step'));

  it.each([
    '刚才记错了，删掉',
    '算了不去了，删掉',
    '最近一条删掉',
    '删掉',
    '这条不要了',
    '刚那条不要了',
    '擦 刚才那条记岔了 不要了',
    '删了刚才那条',
    '取消刚才那条',
    'ok wait that wasn’t even sue, delete it',
    'ok wait that wasn’t even sue that was her sister lol delete it',
    'you know what scrap it, sue hasn’t asked for anything yet',
    'logged it wrong, scrap that',
    'that was wrong, delete it',
    'forget that one, delete it',
    'please could you delete that one?',
    "I'm afraid I've made a mistake with the visit, please could you delete that one?",
    'delete the last one',
  ])('deletes the record made last: %s', (line) => expect(what(line)).toBe('record'));

  it.each([
    'delete my last note',
    'remove that log',
    '把我上一条记录删了吧',
    '删掉刚才的跟进',
    'delete the last entry',
  ])('deletes the follow-up recorded last: %s', (line) => expect(what(line)).toBe('note'));

  it.each([
    ['delete the Larkspur note from yesterday', 'the Larkspur note from yesterday'],
    ["delete yesterday's note about Larkspur Hotels", "yesterday's note about Larkspur Hotels"],
    ['帮我删掉昨天云杉科技的跟进', '昨天云杉科技'],
    ['把星河科技昨天的拜访删掉', '星河科技昨天'],
  ])('names the follow-up to delete: %s', (line, about) =>
    expect(readTakeBack(line)).toEqual({ what: 'named', about }),
  );

  it.each([
    ['删掉玉衡那条', '玉衡'],
    ['把玉衡的那条删了', '玉衡'],
    ['玉衡制造那条删掉', '玉衡制造'],
    ['帮我撤掉玉衡上一条', '玉衡'],
    ['删除关于玉衡的那条', '玉衡'],
    ['去掉玉衡那笔', '玉衡'],
    ['把玉衡最后一条撤销', '玉衡'],
    ['delete the one of Bluebird', 'Bluebird'],
    ['remove the one about Bluebird Logistics', 'Bluebird Logistics'],
    ['delete the Bluebird one', 'Bluebird'],
    ['undo the last one for Bluebird', 'Bluebird'],
    ['get rid of that thing about Bluebird', 'Bluebird'],
  ])('takes back what was recorded last about a customer: %s', (line, about) =>
    expect(readTakeBack(line)).toEqual({ what: 'about', about }),
  );

  it.each(['删掉那条', '把这条删了', 'delete the last one', 'delete that one', 'remove this one'])(
    'names no customer: %s',
    (line) => expect(readTakeBack(line)?.what).toBe('record'),
  );

  it.each(['shoot, that was wrong', '刚才记错了', '点错了', 'oops, wrong one', '记错了'])(
    'only says that something was wrong: %s',
    (line) => expect(what(line)).toBe('mistake'),
  );

  it.each([
    '打错了怎么撤回',
    'can I take that back?',
    'how do I undo',
    '可以撤回吗',
    'they want to delete it',
    'the client asked us to remove that',
    '客户让我把这条删掉',
    '他们说第三条条款不要了',
    '王总说方案二不要了',
    '客户不要了',
    '他们看了合同，要求删掉',
    'oops wrong chat',
    'forget it',
    '取消',
    'cancel that',
    'scratch that, it was Tuesday',
    'delete Larkspur Hotels',
    '删 L-3',
    'they took it back to legal',
    '送合同那个完成了',
    '今天不去了',
    '海棠地产的合同明天不送了，改后天',
    'no, make that Friday',
  ])('is something else: %s', (line) => expect(what(line)).toBeUndefined());

  it('takes no sentence that tells of work for it', () => {
    const folder = join(import.meta.dirname, '../../language/sentences');
    const all = readdirSync(folder)
      .flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean))
      .map((line) => JSON.parse(line) as { say: string; expect: { intent: string } })
      .filter(({ expect: { intent } }) => intent !== 'correction');
    expect(all.length).toBeGreaterThan(500);
    expect(all.map(({ say }) => say).filter((say) => readTakeBack(say) !== undefined)).toEqual([]);
  });

  it('takes no line of a held conversation for it that writes something else', () => {
    const folder = join(import.meta.dirname, '../../conversations/held');
    const lines = readdirSync(folder)
      .flatMap((file) => conversationsIn(join(folder, file)))
      .flatMap((held) => held.lines)
      .filter(
        ({ says, writes }) => says && writes !== 'any' && writes.length > 0 && !writes.includes('undo'),
      );
    expect(lines.length).toBeGreaterThan(250);
    expect(lines.map(({ says }) => says ?? '').filter((says) => readTakeBack(says))).toEqual([]);
  });
});
