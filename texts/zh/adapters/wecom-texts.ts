/** What only WeCom's own surfaces say. */
export const wecomTexts = {
  platform: '企业微信',
  group: (mark: string) => `群 ${mark}`,
  thinking: '⏳ 正在处理…',
  thought: '✅ 已完成，见下方。',
  stillThinking: '还在处理，完成后发给您。',
  asksYou: '上面的卡片需要您回答。',
  askPrivately: '这些内容仅您可见。请先私聊我一次，再重新提问。',
  more: '见下一条消息',
  /** What each variable of the environment is for. */
  variables: {
    WECOM_BOT_ID: '企业微信智能机器人 ID',
    WECOM_BOT_SECRET: '企业微信智能机器人密钥',
    WECOM_BOT_NAME: '机器人在群里的名字，用来去掉 @ 前缀',
    WECOM_WS_URL: '企业微信长连接地址（私有部署）',
    WECOM_CORP_ID: '企业 ID；和 WECOM_APP_SECRET 一起填，可从通讯录取姓名',
    WECOM_APP_SECRET: '自建应用的 Secret（可选）',
    WECOM_API_URL: '企业微信 API 地址（私有部署）',
    WECOM_CARD_URL: '企业微信卡片点击后打开的网页',
  },
};
