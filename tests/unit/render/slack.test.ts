import { expect, test } from 'vitest';
import { renderSlack } from '../../../adapters/slack/draw/render.js';
import { dealCard, say, weeklyCard } from './cards.js';

const options = { say, locale: 'zh' } as const;

test('a deal on Slack', () => {
  expect(renderSlack(dealCard, options)).toMatchInlineSnapshot(`
    {
      "losses": [
        {
          "how": "as a coloured mark",
          "what": "tone",
        },
      ],
      "messages": [
        {
          "blocks": [
            {
              "block_id": "0-FPdP8xNXY_nW",
              "text": {
                "emoji": false,
                "text": "🟠 华为 · ERP二期 · 方案输出 · ¥300,000",
                "type": "plain_text",
              },
              "type": "header",
            },
            {
              "block_id": "1-A6AnHDQM2n5s",
              "text": {
                "emoji": false,
                "text": "已 9 个工作日没有跟进，超过本阶段 7 天的期限。",
                "type": "plain_text",
              },
              "type": "section",
            },
            {
              "block_id": "2-hDBSbqZ4SjOr",
              "fields": [
                {
                  "text": "*负责人*
    张三",
                  "type": "mrkdwn",
                  "verbatim": true,
                },
                {
                  "text": "*概率*
    60%",
                  "type": "mrkdwn",
                  "verbatim": true,
                },
                {
                  "text": "*预计签约*
    6月30日 周二",
                  "type": "mrkdwn",
                  "verbatim": true,
                },
                {
                  "text": "*下一步*
    下周三 再约",
                  "type": "mrkdwn",
                  "verbatim": true,
                },
              ],
              "type": "section",
            },
            {
              "block_id": "3-6PoQXbpebkgC",
              "elements": [
                {
                  "elements": [
                    {
                      "text": "客户说 <!channel> 看 [报价](http://evil.example)，价格*偏高*",
                      "type": "text",
                    },
                  ],
                  "type": "rich_text_quote",
                },
              ],
              "type": "rich_text",
            },
            {
              "block_id": "4-Xtp2lcWifjHO",
              "elements": [
                {
                  "emoji": false,
                  "text": "D-12 · 6月18日 09:00 · 张三",
                  "type": "plain_text",
                },
              ],
              "type": "context",
            },
            {
              "block_id": "5-4lR0aw_dGjOP",
              "elements": [
                {
                  "action_id": "a0",
                  "style": "primary",
                  "text": {
                    "emoji": false,
                    "text": "推进",
                    "type": "plain_text",
                  },
                  "type": "button",
                  "value": "{"command":"move","input":{"deal":"D-12","v":3}}",
                },
                {
                  "action_id": "a1",
                  "text": {
                    "emoji": false,
                    "text": "跟进",
                    "type": "plain_text",
                  },
                  "type": "button",
                  "value": "{"command":"log","input":{"deal":"D-12"}}",
                },
                {
                  "action_id": "a2",
                  "options": [
                    {
                      "text": {
                        "emoji": false,
                        "text": "需求确认",
                        "type": "plain_text",
                      },
                      "value": "{"command":"move","input":{"deal":"D-12","stage":"需求确认","v":3}}",
                    },
                    {
                      "text": {
                        "emoji": false,
                        "text": "谈判签约",
                        "type": "plain_text",
                      },
                      "value": "{"command":"move","input":{"deal":"D-12","stage":"谈判签约","v":3}}",
                    },
                  ],
                  "placeholder": {
                    "emoji": false,
                    "text": "改阶段",
                    "type": "plain_text",
                  },
                  "type": "static_select",
                },
                {
                  "action_id": "a3",
                  "confirm": {
                    "confirm": {
                      "emoji": false,
                      "text": "确定",
                      "type": "plain_text",
                    },
                    "deny": {
                      "emoji": false,
                      "text": "取消",
                      "type": "plain_text",
                    },
                    "text": {
                      "emoji": false,
                      "text": "标记为输单后不能再推进，确定吗？",
                      "type": "plain_text",
                    },
                    "title": {
                      "emoji": false,
                      "text": "请确认",
                      "type": "plain_text",
                    },
                  },
                  "style": "danger",
                  "text": {
                    "emoji": false,
                    "text": "输单",
                    "type": "plain_text",
                  },
                  "type": "button",
                  "value": "{"command":"lost","input":{"deal":"D-12","v":3,"sure":true}}",
                },
                {
                  "action_id": "a4",
                  "text": {
                    "emoji": false,
                    "text": "详情",
                    "type": "plain_text",
                  },
                  "type": "button",
                  "url": "https://crm.example/deals/%2812%29",
                },
              ],
              "type": "actions",
            },
          ],
          "text": "🟠 华为 · ERP二期 · 方案输出 · ¥300,000",
        },
      ],
    }
  `);
});

test('a weekly report on Slack', () => {
  expect(renderSlack(weeklyCard, options)).toMatchInlineSnapshot(`
    {
      "losses": [
        {
          "how": "as a coloured mark",
          "what": "tone",
        },
        {
          "how": "in message 2",
          "what": "text",
        },
        {
          "how": "in message 2",
          "what": "table",
        },
        {
          "how": "in message 2",
          "what": "actions",
        },
        {
          "how": "in message 2",
          "what": "context",
        },
      ],
      "messages": [
        {
          "blocks": [
            {
              "block_id": "0-qD5B-cCJiB7U",
              "text": {
                "emoji": false,
                "text": "🔵 华东组周报 6月15日–21日",
                "type": "plain_text",
              },
              "type": "header",
            },
            {
              "block_id": "1-2sDtfwC65zA5",
              "elements": [
                {
                  "emoji": false,
                  "text": "赢单额比上周多 12%，两单停滞",
                  "type": "plain_text",
                },
              ],
              "type": "context",
            },
            {
              "block_id": "2-AF89kQpWRxEr",
              "fields": [
                {
                  "text": "*赢单额*
    ¥1,200,000 (+12%)",
                  "type": "mrkdwn",
                  "verbatim": true,
                },
                {
                  "text": "*新增线索*
    18 (-3)",
                  "type": "mrkdwn",
                  "verbatim": true,
                },
                {
                  "text": "*跟进*
    64 (+9)",
                  "type": "mrkdwn",
                  "verbatim": true,
                },
              ],
              "type": "section",
            },
            {
              "alt_text": "漏斗：线索 18，初步沟通 9，谈判签约 3",
              "block_id": "3-S5rXUJfz_fuh",
              "image_url": "https://crm.example/charts/funnel.png",
              "type": "image",
            },
            {
              "block_id": "4-Km_TGQxReBox",
              "column_settings": [
                {
                  "align": "left",
                  "is_wrapped": true,
                },
                {
                  "align": "right",
                  "is_wrapped": true,
                },
                {
                  "align": "right",
                  "is_wrapped": true,
                },
              ],
              "rows": [
                [
                  {
                    "elements": [
                      {
                        "elements": [
                          {
                            "style": {
                              "bold": true,
                            },
                            "text": "阶段",
                            "type": "text",
                          },
                        ],
                        "type": "rich_text_section",
                      },
                    ],
                    "type": "rich_text",
                  },
                  {
                    "elements": [
                      {
                        "elements": [
                          {
                            "style": {
                              "bold": true,
                            },
                            "text": "数量",
                            "type": "text",
                          },
                        ],
                        "type": "rich_text_section",
                      },
                    ],
                    "type": "rich_text",
                  },
                  {
                    "elements": [
                      {
                        "elements": [
                          {
                            "style": {
                              "bold": true,
                            },
                            "text": "金额",
                            "type": "text",
                          },
                        ],
                        "type": "rich_text_section",
                      },
                    ],
                    "type": "rich_text",
                  },
                ],
                [
                  {
                    "text": "线索获取",
                    "type": "raw_text",
                  },
                  {
                    "text": "18",
                    "type": "raw_text",
                  },
                  {
                    "text": "¥900,000",
                    "type": "raw_text",
                  },
                ],
                [
                  {
                    "text": "谈判签约",
                    "type": "raw_text",
                  },
                  {
                    "text": "3",
                    "type": "raw_text",
                  },
                  {
                    "text": "¥600,000",
                    "type": "raw_text",
                  },
                ],
              ],
              "type": "table",
            },
            {
              "block_id": "5-3iFISvfinkDI",
              "type": "divider",
            },
          ],
          "text": "🔵 华东组周报 6月15日–21日",
        },
        {
          "blocks": [
            {
              "block_id": "0-sfoYWSML7ybI",
              "elements": [
                {
                  "elements": [
                    {
                      "style": {
                        "bold": true,
                      },
                      "text": "未跟进",
                      "type": "text",
                    },
                  ],
                  "type": "rich_text_section",
                },
              ],
              "type": "rich_text",
            },
            {
              "block_id": "1-tS4jC5kVlcnt",
              "column_settings": [
                {
                  "align": "left",
                  "is_wrapped": true,
                },
                {
                  "align": "left",
                  "is_wrapped": true,
                },
                {
                  "align": "left",
                  "is_wrapped": true,
                },
              ],
              "rows": [
                [
                  {
                    "elements": [
                      {
                        "elements": [
                          {
                            "style": {
                              "bold": true,
                            },
                            "text": "商机",
                            "type": "text",
                          },
                        ],
                        "type": "rich_text_section",
                      },
                    ],
                    "type": "rich_text",
                  },
                  {
                    "elements": [
                      {
                        "elements": [
                          {
                            "style": {
                              "bold": true,
                            },
                            "text": "负责人",
                            "type": "text",
                          },
                        ],
                        "type": "rich_text_section",
                      },
                    ],
                    "type": "rich_text",
                  },
                  {
                    "elements": [
                      {
                        "elements": [
                          {
                            "style": {
                              "bold": true,
                            },
                            "text": "天数",
                            "type": "text",
                          },
                        ],
                        "type": "rich_text_section",
                      },
                    ],
                    "type": "rich_text",
                  },
                ],
                [
                  {
                    "text": "D-12 华为|ERP",
                    "type": "raw_text",
                  },
                  {
                    "text": "张三",
                    "type": "raw_text",
                  },
                  {
                    "text": "9",
                    "type": "raw_text",
                  },
                ],
              ],
              "type": "table",
            },
            {
              "block_id": "2-_5nWmhlO4p0P",
              "elements": [
                {
                  "action_id": "a0",
                  "text": {
                    "emoji": false,
                    "text": "催 D-12",
                    "type": "plain_text",
                  },
                  "type": "button",
                  "value": "{"command":"nudge","input":{"deal":"D-12"}}",
                },
                {
                  "action_id": "a1",
                  "text": {
                    "emoji": false,
                    "text": "发群",
                    "type": "plain_text",
                  },
                  "type": "button",
                  "value": "{"command":"share","input":{"report":"weekly"}}",
                },
              ],
              "type": "actions",
            },
            {
              "block_id": "3-MlrwWKmiNoSP",
              "elements": [
                {
                  "emoji": false,
                  "text": "周一 09:00 生成",
                  "type": "plain_text",
                },
              ],
              "type": "context",
            },
          ],
          "text": "🔵 华东组周报 6月15日–21日",
        },
      ],
    }
  `);
});
