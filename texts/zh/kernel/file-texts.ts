/** Said about files that go with a card. */
export const fileTexts = {
  failed: '文件没有发送成功。',
  askAgain: '请重新导出。仍然失败的话，请管理员检查机器人的文件权限，或在服务器上用 genjin report 导出。',
  notYours: '您没有权限查看这份文件。',
  onlyPrivate: '文件只在私聊中发送，请在私聊里导出。',
  sentPrivately: '文件已发到私聊',
  onlyYou: '仅您可见。',
};
