/** Said about files that go with a card. */
export const fileTexts = {
  failed: '这份文件没有发出去。',
  askAgain:
    '请再导出一次。还是不行，请让管理员检查机器人的文件权限，或在装机器人的电脑上用 genjin report 导出。',
  notYours: '您现在没有权限看这份文件。',
  onlyPrivate: '文件只发到私聊里，请在私聊里导出。',
  sentPrivately: '文件发到私聊里了',
  onlyYou: '只有您能看到。',
};
