/** What a group may see, by who is in it. */
export const membersTexts = {
  /** On an answer for the speaker alone: why the group does not see it. */
  alone: {
    outsider: '群里有访客或外部人员，本条仅您可见。',
    unknown: '群里有人还没有私聊过我，本条仅您可见。请大家先私聊我一次。',
    others: '群里有人无权查看这些内容，本条仅您可见。',
    unread: '暂时查不到群成员，本条仅您可见。',
    absent: '我不在这个群里，本条仅您可见。请把我邀请进群：/invite @我。',
    unbound: '这个群还没有绑定团队，本条仅您可见。请经理在群里发「绑群 团队名」。',
  },
  /** In the group: why a report or an alert is not shown there. */
  held: {
    outsider: '群里有访客或外部人员，团队的报表和提醒不会发到这里。',
    unknown: '群里有人还没有私聊过我，团队的报表和提醒先不发到这里。请大家先私聊我一次。',
    others: '群里有人无权查看团队数据，团队的报表和提醒不会发到这里。',
  },
  /** At binding, on a platform that lists nobody. */
  boundUnlisted: (team: string) =>
    `这个平台不提供群成员名单：这里会显示「${team}」成员都能看的内容，请确认群里没有其他人。`,
  /** At binding, where the members cannot be read for now. */
  boundUnread: '暂时查不到群成员，查到之前不会往这里发报表和提醒。',
  heldTitle: (place: string) => `「${place}」收不到报表和提醒`,
  unreadTitle: (place: string) => `查不到「${place}」的成员`,
  unreadMeans: '查到之前，群里看不到任何客户和金额：回答仅提问人可见，报表和提醒暂缓发送。',
  unreadWhy: {
    rights: '应用缺少权限。请运行 genjin doctor 查看缺哪一项，补上后重新安装应用。',
    busy: '平台暂时没有响应，我每分钟重试一次。',
    absent: '我不在这个群里。请把我重新加进群。',
    crowd: (most: number) => `群里超过 ${most} 人。请换一个只有团队成员的群。`,
  },
  /** To somebody who taps a card of a group that they have left. */
  left: '您已不在这个群里，不能再操作这里的卡片。',
  notThere: '只能发到您所在的群，或绑定到您团队的群。',
};
