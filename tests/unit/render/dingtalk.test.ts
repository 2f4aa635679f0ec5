import { expect, test } from 'vitest';
import { renderActionCard, renderDingtalk, renderText } from '../../../adapters/dingtalk/draw/render.js';
import { dealCard, say, weeklyCard } from './cards.js';

const options = { say, locale: 'zh' } as const;

test('a deal on DingTalk', () => {
  expect(renderDingtalk(dealCard, options)).toMatchInlineSnapshot(`
    {
      "losses": [
        {
          "how": "as a coloured mark",
          "what": "tone",
        },
        {
          "how": "left out",
          "what": "confirm",
        },
        {
          "how": "as words to send",
          "what": "select",
        },
      ],
      "messages": [
        {
          "type": "card",
          "variables": {
            "markdown": "已 9 个工作日没有跟进，超过本阶段 7 天的期限。

    **负责人**：张三  
    **概率**：60%  
    **预计签约**：6月30日 周二  
    **下一步**：下周三 再约

    > 客户说 &lt;​!channel> 看 \\[报价\\]​(http://evil.example)，价格\\*偏高\\*

    还可以发：「改阶段」",
            "sys_full_json_obj": "{"msgButtons":[{"text":"推进","color":"blue","id":"a0","request":true,"params":{"call":"{\\"command\\":\\"move\\",\\"input\\":{\\"deal\\":\\"D-12\\",\\"v\\":3}}"}},{"text":"跟进","color":"gray","id":"a1","request":true,"params":{"call":"{\\"command\\":\\"log\\",\\"input\\":{\\"deal\\":\\"D-12\\"}}"}},{"text":"输单","color":"red","id":"a3","request":true,"params":{"call":"{\\"command\\":\\"lost\\",\\"input\\":{\\"deal\\":\\"D-12\\",\\"v\\":3}}"}},{"text":"详情","color":"gray","url":"https://crm.example/deals/%2812%29","iosUrl":"https://crm.example/deals/%2812%29"}]}",
            "tips": "D-12 · 6月18日 09:00 · 张三",
            "title": "🟠 华为 · ERP二期 · 方案输出 · ¥300,000",
          },
        },
      ],
    }
  `);
});

test('a weekly report on DingTalk', () => {
  expect(renderDingtalk(weeklyCard, options)).toMatchInlineSnapshot(`
    {
      "losses": [
        {
          "how": "as a coloured mark",
          "what": "tone",
        },
      ],
      "messages": [
        {
          "type": "card",
          "variables": {
            "markdown": "赢单额比上周多 12%，两单停滞

    **赢单额**：¥1,200,000 (+12%)  
    **新增线索**：18 (-3)  
    **跟进**：64 (+9)

    ![漏斗：线索 18，初步沟通 9，谈判签约 3](https://crm.example/charts/funnel.png)

    | 阶段 | 数量 | 金额 |
    | --- | ---: | ---: |
    | 线索获取 | 18 | ¥900,000 |
    | 谈判签约 | 3 | ¥600,000 |

    ***

    **未跟进**

    | 商机 | 负责人 | 天数 |
    | --- | --- | --- |
    | D-12 华为\\|ERP | 张三 | 9 |",
            "sys_full_json_obj": "{"msgButtons":[{"text":"催 D-12","color":"gray","id":"a0","request":true,"params":{"call":"{\\"command\\":\\"nudge\\",\\"input\\":{\\"deal\\":\\"D-12\\"}}"}},{"text":"发群","color":"gray","id":"a1","request":true,"params":{"call":"{\\"command\\":\\"share\\",\\"input\\":{\\"report\\":\\"weekly\\"}}"}}]}",
            "tips": "周一 09:00 生成",
            "title": "🔵 华东组周报 6月15日–21日",
          },
        },
      ],
    }
  `);
});

test('a deal as an action card', () => {
  expect(renderActionCard(dealCard, options)).toMatchInlineSnapshot(`
    {
      "losses": [
        {
          "how": "as a coloured mark",
          "what": "tone",
        },
        {
          "how": "left out",
          "what": "style",
        },
        {
          "how": "left out",
          "what": "confirm",
        },
        {
          "how": "as links in the text",
          "what": "select",
        },
        {
          "how": "as ordinary text",
          "what": "context",
        },
      ],
      "messages": [
        {
          "buttons": [
            {
              "title": "推进",
              "url": "dtmd://dingtalkclient/sendMessage?content=%E6%8E%A8%20D-12",
            },
            {
              "title": "跟进",
              "url": "dtmd://dingtalkclient/sendMessage?content=%E8%B7%9F%20D-12",
            },
            {
              "title": "输单",
              "url": "dtmd://dingtalkclient/sendMessage?content=%E8%BE%93%20D-12",
            },
            {
              "title": "详情",
              "url": "https://crm.example/deals/%2812%29",
            },
          ],
          "text": "### 🟠 华为 · ERP二期 · 方案输出 · ¥300,000

    已 9 个工作日没有跟进，超过本阶段 7 天的期限。

    **负责人**：张三  
    **概率**：60%  
    **预计签约**：6月30日 周二  
    **下一步**：下周三 再约

    > 客户说 &lt;​!channel> 看 \\[报价\\]​(http://evil.example)，价格\\*偏高\\*

    D-12 · 6月18日 09:00 · 张三

    改阶段：[需求确认](dtmd://dingtalkclient/sendMessage?content=%E6%8E%A8%20D-12%20%3E%E9%9C%80%E6%B1%82%E7%A1%AE%E8%AE%A4) · [谈判签约](dtmd://dingtalkclient/sendMessage?content=%E6%8E%A8%20D-12%20%3E%E8%B0%88%E5%88%A4%E7%AD%BE%E7%BA%A6)",
          "title": "🟠 华为 · ERP二期 · 方案输出 · ¥300,000",
          "type": "action_card",
        },
      ],
    }
  `);
});

test('a deal as text', () => {
  expect(renderText(dealCard, { ...options, locale: 'en' })).toMatchInlineSnapshot(`
    {
      "losses": [
        {
          "how": "as a coloured mark",
          "what": "tone",
        },
        {
          "how": "as words to send",
          "what": "actions",
        },
        {
          "how": "as words to send",
          "what": "select",
        },
        {
          "how": "left out",
          "what": "style",
        },
        {
          "how": "as ordinary text",
          "what": "context",
        },
        {
          "how": "as text",
          "what": "link",
        },
      ],
      "messages": [
        {
          "content": "🟠 华为 · ERP二期 · 方案输出 · ¥300,000

    已 9 个工作日没有跟进，超过本阶段 7 天的期限。

    负责人: 张三
    概率: 60%
    预计签约: 6月30日 周二
    下一步: 下周三 再约

    客户说 <!channel> 看 [报价](http://evil.example)，价格*偏高*

    You can also send: "推 D-12", "跟 D-12", "改阶段", "输 D-12"

    D-12 · 6月18日 09:00 · 张三

    详情: https://crm.example/deals/(12)",
          "type": "text",
        },
      ],
    }
  `);
});
