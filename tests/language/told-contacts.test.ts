import { describe, expect, it } from 'vitest';
import { ownerOfPhone, toldPeople } from '../../language/names/told-contacts.js';

describe('people whom words introduce', () => {
  it.each([
    ['星河新来了个采购,叫孙丽,电话13877776666', ['孙丽']],
    ['上午见了海棠的财务总监钱芳,她管付款', ['钱芳']],
    ['对接人换成张伟了,手机13611112222', ['张伟']],
    ['仓储主管刘洋 13512345678', ['刘洋']],
    ['他们采购孙丽娟的电话是13899990000', ['孙丽娟']],
    ['负责人吴凯,想看看系统', ['吴凯']],
    ['采购经理李明以后负责付款', ['李明']],
    ['他们的采购总监叫孙志强人挺爽快', ['孙志强']],
    ['联系人是Peter Lang', ['Peter Lang']],
    ['问实施周期', []],
    ['采购方案已经发了', []],
    ['财务说付款要等月底', []],
    ['技术方面没问题', []],
    ['采购周期长,财务管理要上系统', []],
    ['项目经理在,聊了付款', []],
  ])('%s', (words, names) => {
    expect(toldPeople(words, []).map(({ words: name }) => name)).toEqual(names);
  });

  it('own the number that follows them, and nobody else does', () => {
    const at = (text: string, names: string[]) => {
      const people = names.map((words) => ({
        words,
        from: text.indexOf(words),
        to: text.indexOf(words) + words.length,
      }));
      const from = text.search(/1\d{10}/);
      return ownerOfPhone(text, { from, to: from + 11 }, people)?.words;
    };
    expect(at('今天见了王总,他们采购孙丽的电话是13899990000', ['王总', '孙丽'])).toBe('孙丽');
    expect(at('13899990000,王总', ['王总'])).toBe('王总');
    expect(at('电话13899990000', [])).toBeUndefined();
    expect(at('见了王总。总机13899990000', ['王总'])).toBeUndefined();
  });
});
