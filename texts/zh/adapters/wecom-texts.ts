/** What only WeCom's own surfaces say. */
export const wecomTexts = {
  group: (mark: string) => `群 ${mark}`,
  onlyWords: '我只看得懂文字和语音。请把要记的打字或说给我听，例如：跟 华为 电话 价格偏高 下周三再约',
  thinking: '⏳ 正在处理…',
  thought: '✅ 好了，见下面。',
  stillThinking: '还在处理，好了再发给你。',
  askPrivately: '这些只能给你一个人看。请先私聊我说一句话，再问一次。',
  more: '见下一条消息',
};
