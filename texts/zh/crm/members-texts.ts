/** What a group may see, by who is in it. */
export const membersTexts = {
  /** On an answer for the speaker alone: why the group does not see it. */
  alone: {
    outsider: '群里有访客或别的公司的人，所以只回给您一个人看。',
    unknown: '群里有人还没和我说过话，所以只回给您一个人看。请大家都私聊我说一句话。',
    others: '群里有人无权看这些内容，所以只回给您一个人看。',
    unread: '暂时查不到群里有谁，所以只回给您一个人看。',
    absent: '我不在这个群里，所以只回给您一个人看。请把我邀请进群：/invite @我。',
    unbound: '这个群还没绑定团队，所以只回给您一个人看。请经理在群里发「绑群 团队名」。',
  },
  /** In the group: why a report or an alert is not shown there. */
  held: {
    outsider: '群里有访客或别的公司的人，团队的报表和提醒不会发到这里。',
    unknown: '群里有人还没和我说过话，团队的报表和提醒先不发到这里。请大家都私聊我说一句话。',
    others: '群里有人无权看团队的数据，团队的报表和提醒不会发到这里。',
  },
  /** At binding, on a platform that lists nobody. */
  boundUnlisted: (team: string) =>
    `这个平台不告诉我群里有谁：这里会显示「${team}」的同事都能看的内容，请确认群里没有其他人。`,
  /** At binding, where the members cannot be read for now. */
  boundUnread: '暂时查不到群里有谁，查到之前不会往这里发报表和提醒。',
  heldTitle: (place: string) => `「${place}」收不到报表和提醒`,
  unreadTitle: (place: string) => `查不到「${place}」里有谁`,
  unreadMeans: '查到之前，群里看不到任何客户和金额：回答只给提问的人看，报表和提醒等着。',
  unreadWhy: {
    rights: '应用缺少权限。请运行 genjin doctor 看缺哪一项，补上后重新安装应用。',
    busy: '平台暂时没有回答，我每分钟再问一次。',
    absent: '我不在这个群里。请把我重新加进群。',
    crowd: (most: number) => `群里超过 ${most} 人，太多了。请换一个只有团队成员的群。`,
  },
  /** To somebody who taps a card of a group that they have left. */
  left: '您已不在这个群里，不能再操作这里的卡片。',
  notThere: '只能发到您所在的群，或绑定到您团队的群。',
};
