import { expect, test } from 'vitest';
import { formTemplate } from '../../support/dingtalk/emulator.js';
import { asks, DingtalkOffice } from '../../support/dingtalk-office.js';

let office: DingtalkOffice;

test('one field is asked at a time without a form template, and 取消 ends the form', async () => {
  office = await DingtalkOffice.open();
  const { lei } = office;
  await asks(lei, '线索 星河科技', 'L-1');
  await asks(lei, '跟 星河科技', '跟进了什么');
  await asks(lei, '电话 价格偏高 下周三再约', '已记');
  await asks(lei, '跟 星河科技', '跟进了什么');
  await asks(lei, '取消', /已取消/);
});

test('fields are filled in on a card if there is a form template, with an error beside its field', async () => {
  office = await DingtalkOffice.open({ env: { DINGTALK_FORM_TEMPLATE_ID: formTemplate } });
  const { lei } = office;
  await asks(lei, '线索 星河科技', 'L-1');
  const form = await asks(lei, '商机', /客户/);
  expect(form.card.template).toBe(formTemplate);
  const { fields } = JSON.parse(form.card.variables.form ?? '') as {
    fields: { name: string; defaultValue?: string }[];
  };
  const hidden = Object.fromEntries(
    fields.filter((one) => one.name === '_call').map((one) => [one.name, one.defaultValue ?? '']),
  );
  lei.submits(form, { ...hidden, customer: '星河科技', amount: '很多钱' });
  const again = await lei.chat.waitFor(/⚠️/, { after: form });
  lei.submits(again, { ...hidden, customer: '星河科技', amount: '30万' });
  await lei.chat.waitFor(/D-1 · 星河科技 · 30万/);
  expect(form.card.seenBy(lei).form_status).toBe('disabled');
});
