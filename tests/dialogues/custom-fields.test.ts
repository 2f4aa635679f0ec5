import { afterEach, beforeEach, expect, test } from 'vitest';
import { dealByNo } from '../../store/deals/deal-queries.js';
import { processFile, winningAtOnce, withList } from '../support/process-file.js';
import { type Actor, type World, world } from '../support/world.js';

const fields = `fields:
  - { key: budget, name: { zh: 预算, en: Budget }, type: money }
  - { key: visitOn, name: { zh: 演示日, en: Demo day }, type: date }
  - { key: line, name: { zh: 行业线, en: Line }, type: choice, choices: [{ key: gov, name: { zh: 政府, en: Government } }, { key: edu, name: { zh: 教育, en: Education }, aliases: [学校] }] }
  - { key: engineer, name: { zh: 售前, en: Engineer }, type: person }
  - { key: rival, name: { zh: 对手, en: Rival } }
`;

let w: World;
let lei: Actor;

beforeEach(async () => {
  const file = processFile((yaml) =>
    withList(winningAtOnce(yaml), 'fields', fields).replace(
      'required: [contact, note]',
      'required: [contact, line]',
    ),
  );
  w = await world({ processFile: file });
  await w.rep('韩梅');
  lei = await w.rep('李雷');
});

afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

const facts = async () => (await dealByNo(w.store.db, 1))?.facts;

test('custom fields of each type are typed by name, stored as values and shown as words', async () => {
  await lei.says('商机 星河科技 ERP 30万 预算：50万 售前=韩梅').sees('预算: 50万', '售前: 韩梅', '30万');
  await lei
    .says('改 D-1 演示日=下周三 行业线=学校 对手="某某 软件"')
    .sees('演示日：12月2日', '行业线：教育', '对手：某某 软件');
  expect(await facts()).toMatchObject({
    budget: '50000000',
    visitOn: '2026-12-02',
    line: 'edu',
    rival: '某某 软件',
    engineer: expect.not.stringContaining('韩梅'),
  });
  await lei.says('D-1').sees('演示日: 12月2日 周三', '行业线: 教育');
  await lei.says('撤').sees('已撤销');
  await lei.says('D-1').misses('行业线');
});

test('an invalid value of a custom field is answered with the field and what it expects, and the message is stored', async () => {
  await lei.says('商机 星河科技 ERP 行业线=火星').sees('行业线', '火星', '政府', '教育');
  await lei.says('政府').sees('D-1', '行业线: 政府');
  await lei.says('改 D-1 预算=很多').sees('预算', '很多', '30万');
  await lei.says('改 D-1 售前=谁').sees('谁', '李雷');
});

test('a stage asks for its required custom field, in the chat and as a form with choices', async () => {
  await lei.says('商机 星河科技 ERP 30万 王总').sees('D-1');
  await lei.says('推 D-1').sees('进入「需求确认」前请先补齐：行业线', '政府');
  const line = lei.last.form?.fields.find((field) => field.name === 'line');
  expect(line).toMatchObject({ label: '行业线', kind: 'choice' });
  expect(line?.choices?.map((one) => one.label)).toEqual(['政府', '教育']);
  await lei.fills({ line: 'edu' }).sees('需求确认', '行业线: 教育');
});

test('winning a deal asks for the fields that the won stage requires too', async () => {
  await w.close();
  const file = processFile((yaml) =>
    withList(yaml, 'fields', fields).replace(
      '    required: [amount]\n    probability: 100',
      '    required: [amount, rival]\n    probability: 100',
    ),
  );
  w = await world({ processFile: file });
  lei = await w.rep('李雷');
  await lei.says('商机 星河科技 ERP 王总').sees('D-1');
  await lei.says('跟 D-1 电话 谈过');
  await lei.says('赢 D-1 30万').sees('请先补齐：对手');
  await lei.says('某某软件').sees('赢单 30万', '对手: 某某软件');
});

test('reports break deals down by a custom field', async () => {
  await lei.says('商机 星河科技 ERP 30万 行业线=教育 售前=韩梅').sees('D-1');
  await lei.says('商机 云帆物流 ERP 10万 行业线=政府').sees('D-2');
  await lei.says('商机 青禾食品 CRM 5万').sees('D-3');
  await lei.says('赢 D-2').sees('赢单');
  await lei
    .says('分布 行业线')
    .sees(
      '按行业线分布',
      '「教育」，占 86%',
      '教育 | 1 | 30万',
      '政府 | 0 |  | 1 · 10万 | 100%',
      '未填 | 1 | 5万',
    );
  await lei.says('分布 售前').sees('韩梅 | 1 | 30万');
  await lei.says('分布').sees('按产品分布', 'ERP | 1 | 30万 | 1 · 10万', 'CRM | 1 | 5万');
  await lei.says('分布 天气').sees('没有找到字段「天气」', '产品、预算、演示日、行业线');
});
