/** What only Slack's own surfaces say. */
export const slackTexts = {
  platform: 'Slack',
  title: '跟进',
  close: '取消',
  send: '发送',
  waiting: '⏳ 正在准备…',
  working: '⏳ 正在保存，结果会出现在聊天里。',
  search: '输入关键字搜索',
  choose: '请选择',
  line: '说一句',
  lineHint: '例如：跟 华为 电话 价格偏高 下周三再约。一行一件事。',
  fill: '填写表单',
  thisChannel: '这个频道',
  busy: 'Slack 暂时没有响应，没有保存，请再试一次。',
  invite: (channel: string) => `我不在 ${channel} 里，其他人看不到这张卡片。请在频道里发送 /invite @我。`,
  shared: '这个频道有外部人员，本条仅您可见。',
  homeEmpty: '第一次来？先在私聊里发「帮助」看看我能做什么。',
};
