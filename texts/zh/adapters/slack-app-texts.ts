/** What the app's own page and menus in Slack say. */
export const slackAppTexts = {
  about: '聊天里的销售流程助手',
  anything: '跟进：整句都可以说',
  anythingExample: '跟 华为 电话 价格偏高 下周三再约',
  /** Names of menu entries; Slack shows 24 letters. */
  line: '跟进：说一句',
  log: { name: '记为跟进', about: '把这条消息记为跟进' },
  lead: { name: '记为线索', about: '用这条消息建线索' },
  article: { name: '存为文章', about: '把这条消息存为文章' },
  scopeFor: '用途',
  scopes: {
    commands: '斜杠命令和快捷方式',
    'chat:write': '发卡片、更新卡片、仅本人可见的回答',
    'app_mentions:read': '读频道里 @机器人 的那一条消息',
    'im:history': '读和机器人的私聊',
    'im:write': '主动打开私聊：提醒、早晨的待办',
    'users:read': '姓名、时区，以及谁是访客或外部人员',
    'users:read.email': '按邮箱认出同一个人',
    'channels:read': '公开频道的名字、里面有谁、有没有外部人员',
    'groups:read': '同上，私有频道',
    'files:write': '发送导出的文件，上传报表图片',
    'files:read': '等图片和文件处理完成',
  },
  /** What each variable of the environment is for. */
  variables: {
    SLACK_BOT_TOKEN: 'Slack 机器人令牌',
    SLACK_APP_TOKEN: 'Slack 应用令牌（Socket Mode，无需公网地址）',
    SLACK_SIGNING_SECRET: 'Slack 签名密钥（HTTP 模式，代替应用令牌）',
    SLACK_API_URL: 'Slack API 地址（GovSlack）',
  },
};
