/** What renderers say of their own: how to type an action, and the few words a control needs. */
export const replyTexts = {
  typed: (line: string) => `回复「${line}」`,
  pair: (label: string, value: string) => `${label}：${value}`,
  part: (label: string, number: number, of: number) => `${label}（${number}/${of}）`,
  choose: '请选择',
  submit: '确定',
  confirmTitle: '请确认',
  confirmAbove: '请先看上面的说明。确定继续吗？',
  confirmEmpty: '确定继续吗？',
  yes: '确定',
  no: '取消',
  below: '详情见下一条消息',
  image: '图片',
  open: '打开',
  blank: '–',
};
