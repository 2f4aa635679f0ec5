import { describe, expect, test } from 'vitest';
import { mentionsIn, readText } from '../../../adapters/slack/in/text.js';

describe('the text of a Slack message', () => {
  test.each([
    ['<@UBOT> 跟 华为 电话', '跟 华为 电话'],
    ['跟 华为 <@UBOT> 电话', '跟 华为 电话'],
    ['派 华为 <@U1|zhang.san>', '派 华为 <@U1>'],
    ['线索 华为 &lt;ERP&gt; A&amp;B', '线索 华为 <ERP> A&B'],
    ['邮件 <mailto:a@b.example|a@b.example>', '邮件 a@b.example'],
    ['官网 <http://acme.example|acme.example> <https://x.example>', '官网 acme.example https://x.example'],
    ['电话 <tel:13800000000|13800000000>', '电话 13800000000'],
    ['见 <#C1|sales> <#C2>', '见 #sales #C2'],
    ['<!here> <!subteam^S1|@east> <!channel>', '@here @east @channel'],
    ['一行\n  第二行  ', '一行\n 第二行'],
    ['&amp;lt;!channel&amp;gt;', '&lt;!channel&gt;'],
    ['', ''],
  ])('%j is read as %j', (sent, typed) => {
    expect(readText(sent, 'UBOT')).toBe(typed);
  });

  test('mentions people by id, without the bot', () => {
    expect(mentionsIn('<@UBOT> 派 华为 <@U1|x> 和 <@U2> <@U1>', 'UBOT')).toEqual(['U1', 'U2']);
  });
});
