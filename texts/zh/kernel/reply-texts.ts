/** What renderers say of their own: how to type an action, and the few words a control needs. */
export const replyTexts = {
  typed: (line: string) => `回复「${line}」`,
  typedOneOf: (line: string, first: string, others: readonly string[]) =>
    `回复「${line}」，「${first}」也可以换成：${others.join('、')}`,
  questionMark: '？',
  pair: (label: string, value: string) => `${label}：${value}`,
  part: (label: string, number: number, of: number) => `${label}（${number}/${of}）`,
  unreadable: (label: string, said: string, expected: string) => `没看懂${label}「${said}」。${expected}`,
  oneOf: (values: string) => `可选：${values}`,
  forExample: (example: string) => `例如：${example}`,
  choose: '请选择',
  submit: '确定',
  openRow: '打开',
  sendNumber: (example: string) => `其余请直接发编号，例如 ${example}`,
  sendNumberOr: (example: string, lines: readonly string[]) =>
    `其余请直接发编号，例如 ${example}；也可以发${lines.map((line) => `「${line}」`).join('')}`,
  alsoSendOf: (lines: readonly string[]) =>
    `还可以发：${lines.map((line) => `「${line}」`).join('')}，编号可换成别的`,
  alsoSend: (lines: readonly string[]) => `还可以发：${lines.map((line) => `「${line}」`).join('')}`,
  confirmTitle: '请确认',
  confirmAbove: '请先阅读上面的说明，确定继续吗？',
  confirmEmpty: '确定继续吗？',
  yes: '确定',
  no: '取消',
  below: '详情见下一条消息',
  image: '图片',
  open: '打开',
  blank: '–',
};
