/** What only DingTalk's own surfaces say. */
export const dingtalkTexts = {
  platform: '钉钉',
  /** What DingTalk calls the language. */
  languageKey: 'ZH_CN',
  working: '⏳ 正在处理…',
  submitted: '已提交',
  fill: '提交',
  used: (calls: number, pushes: number) => `钉钉本月已用：调用 ${calls} 次，推送 ${pushes} 次。`,
  /** What each variable of the environment is for. */
  variables: {
    DINGTALK_CLIENT_ID: '钉钉应用 Client ID',
    DINGTALK_CLIENT_SECRET: '钉钉应用 Client Secret',
    DINGTALK_ROBOT_CODE: '钉钉机器人编码',
    DINGTALK_CARD_TEMPLATE_ID: '钉钉互动卡片模板 ID；不填用官方公共模板',
    DINGTALK_FORM_TEMPLATE_ID: '钉钉表单卡片模板 ID；不填则一次问一项',
    DINGTALK_MONTHLY_CALLS: '本公司每月可用的钉钉 API 次数',
    DINGTALK_MONTHLY_PUSHES: '本公司每月可用的钉钉推送（Webhook 和 Stream）次数',
    DINGTALK_API_URL: '钉钉新版 API 地址（专属部署）',
    DINGTALK_OAPI_URL: '钉钉旧版 API 地址（专属部署）',
  },
};
