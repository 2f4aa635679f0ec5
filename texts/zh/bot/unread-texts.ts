const names = {
  picture: '图片',
  voice: '语音',
  video: '视频',
  file: '文件',
  location: '位置',
  link: '链接',
  sticker: '表情',
  forwarded: '聊天记录',
  other: '这类消息',
};

/** Said about what people send besides words. */
export const unreadTexts = {
  alone: (kind: keyof typeof names) => `我还看不懂${names[kind]}，没有保存`,
  instead: '请把要记的用文字发给我，例如：跟 华为 电话 价格偏高 下周三再约',
  beside: (kind: keyof typeof names) => `我只看了文字，${names[kind]}没有保存。`,
  edited: '这次修改没有生效',
  correct: '我按您最初发的那句处理。要更正，请再发一句，例如：不对，是周四；要撤销，请发：撤销',
};
