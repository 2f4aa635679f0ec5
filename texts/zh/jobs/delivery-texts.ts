/** What admins are told of posts that did not arrive, and of acts that were given up. */
export const deliveryTexts = {
  title: (count: number) => `${count} 条消息没有送达`,
  said: '以下消息发送失败，已不再重试。',
  saidPeople: (people: number) =>
    `以下消息没有送达；其中 ${people} 人还没有和机器人私聊过，请他们先发一条消息。`,
  what: '消息',
  toWhom: '接收人',
  why: '原因',
  neverSpoke: '还没有和机器人私聊过',
  andMore: (title: string, more: number) => `${title} 等 ${more + 1} 条`,
  more: (count: number) => `还有 ${count} 项未列出。`,
  sendAgain: '重新发送',
  all: '全部',
  queuedAgain: (count: number) => `${count} 条消息已重新排队发送。`,
  nothingDead: '没有发送失败的消息。',
  deadAct: '一条消息没有处理成功',
  givenUp: (name: string) => `${name}的这条消息多次处理失败，已不再重试，请核对后请对方重新发送：`,
  seeLog: (incident: string) => `详情见日志，编号 ${incident}`,
};
