/** What only DingTalk's own surfaces say. */
export const dingtalkTexts = {
  /** What DingTalk calls the language. */
  languageKey: 'ZH_CN',
  onlyWords: '我只看得懂文字和语音。请把要记的打字或说给我听，例如：跟 华为 电话 价格偏高 下周三再约',
  working: '⏳ 正在处理…',
  submitted: '已提交',
  fill: '提交',
};
