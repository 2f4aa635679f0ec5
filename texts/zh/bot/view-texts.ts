/** Posted cards drawn anew: what has happened since, and what takes the place of one that may no longer be shown. */
export const viewTexts = {
  mark: (what: string, who: string) => `✓ ${what} · ${who}`,
  movedTo: (stage: string) => `推进到${stage}`,
  backTo: (stage: string) => `退回${stage}`,
  givenTo: (owner: string) => `转给${owner}`,
  dueOn: (day: string) => `改到${day}`,
  followed: '有新跟进',
  requestTakenBack: '撤销审批申请',
  takenBackBy: (who: string) => `${who} 已撤销`,
  takenBack: '已撤销',
  gone: '这张卡片已不再显示。',
};
