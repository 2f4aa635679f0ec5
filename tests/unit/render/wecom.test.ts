import { expect, test } from 'vitest';
import { renderWecom } from '../../../adapters/wecom/draw/render.js';
import { dealCard, say, weeklyCard } from './cards.js';

const options = { say, locale: 'zh', taskId: 'D-12_1' } as const;

test('a deal on WeCom', () => {
  expect(renderWecom(dealCard, options)).toMatchInlineSnapshot(`
    {
      "losses": [
        {
          "how": "as a coloured mark",
          "what": "tone",
        },
        {
          "how": "with a button to send the choice",
          "what": "select",
        },
        {
          "how": "left out",
          "what": "confirm",
        },
        {
          "how": "as ordinary text",
          "what": "context",
        },
        {
          "how": "as a link in the text",
          "what": "link",
        },
        {
          "how": "in message 2",
          "what": "link",
        },
      ],
      "messages": [
        {
          "card": {
            "button_list": [
              {
                "key": "{"command":"move","input":{"deal":"D-12","v":3}}",
                "style": 1,
                "text": "推进",
              },
              {
                "key": "{"command":"log","input":{"deal":"D-12"}}",
                "style": 2,
                "text": "跟进",
              },
              {
                "key": "submit",
                "style": 2,
                "text": "改阶段",
              },
              {
                "key": "{"command":"lost","input":{"deal":"D-12","v":3}}",
                "style": 3,
                "text": "输单",
              },
            ],
            "button_selection": {
              "option_list": [
                {
                  "id": "{"command":"unchosen","input":{}}",
                  "text": "请选择",
                },
                {
                  "id": "{"command":"move","input":{"deal":"D-12","stage":"需求确认","v":3}}",
                  "text": "需求确认",
                },
                {
                  "id": "{"command":"move","input":{"deal":"D-12","stage":"谈判签约","v":3}}",
                  "text": "谈判签约",
                },
              ],
              "question_key": "choice",
              "title": "改阶段",
            },
            "card_type": "button_interaction",
            "horizontal_content_list": [
              {
                "keyname": "负责人",
                "value": "张三",
              },
              {
                "keyname": "概率",
                "value": "60%",
              },
              {
                "keyname": "预计签约",
                "value": "6月30日 周二",
              },
              {
                "keyname": "下一步",
                "value": "下周三 再约",
              },
            ],
            "main_title": {
              "title": "🟠 华为 · ERP二期 · 方案输出 · ¥300,000",
            },
            "quote_area": {
              "quote_text": "客户说 <!channel> 看 [报价](http://evil.example)，价格*偏高*",
              "type": 0,
            },
            "sub_title_text": "已 9 个工作日没有跟进，超过本阶段 7 天的期限。
    D-12 · 6月18日 09:00 · 张三",
            "task_id": "D-12_1",
          },
          "type": "template_card",
        },
        {
          "content": "[详情](https://crm.example/deals/%2812%29)",
          "type": "markdown",
        },
      ],
    }
  `);
});

test('a weekly report on WeCom', () => {
  expect(renderWecom(weeklyCard, options)).toMatchInlineSnapshot(`
    {
      "losses": [
        {
          "how": "as a coloured mark",
          "what": "tone",
        },
        {
          "how": "as ordinary text",
          "what": "context",
        },
        {
          "how": "in message 2",
          "what": "image",
        },
        {
          "how": "in message 2",
          "what": "table",
        },
        {
          "how": "in message 2",
          "what": "divider",
        },
        {
          "how": "in message 2",
          "what": "text",
        },
        {
          "how": "in message 2",
          "what": "context",
        },
      ],
      "messages": [
        {
          "card": {
            "button_list": [
              {
                "key": "{"command":"nudge","input":{"deal":"D-12"}}",
                "style": 2,
                "text": "催 D-12",
              },
              {
                "key": "{"command":"share","input":{"report":"weekly"}}",
                "style": 2,
                "text": "发群",
              },
            ],
            "card_type": "button_interaction",
            "horizontal_content_list": [
              {
                "keyname": "赢单额",
                "value": "¥1,200,000 (+12%)",
              },
              {
                "keyname": "新增线索",
                "value": "18 (-3)",
              },
              {
                "keyname": "跟进",
                "value": "64 (+9)",
              },
            ],
            "main_title": {
              "desc": "赢单额比上周多 12%，两单停滞",
              "title": "🔵 华东组周报 6月15日–21日",
            },
            "task_id": "D-12_1",
          },
          "type": "template_card",
        },
        {
          "content": "![漏斗：线索 18，初步沟通 9，谈判签约 3](https://crm.example/charts/funnel.png)

    | 阶段 | 数量 | 金额 |
    | --- | ---: | ---: |
    | 线索获取 | 18 | ¥900,000 |
    | 谈判签约 | 3 | ¥600,000 |

    ---

    **未跟进**

    | 商机 | 负责人 | 天数 |
    | --- | --- | --- |
    | D-12 华为\\|ERP | 张三 | 9 |

    周一 09:00 生成",
          "type": "markdown",
        },
      ],
    }
  `);
});
