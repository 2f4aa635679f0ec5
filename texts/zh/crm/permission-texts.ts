export const permissionTexts = {
  change: (no: string, who: string) => `${no} 只有${who}可以修改。`,
  owner: (name: string) => `负责人${name}`,
  or: (a: string, b: string) => `${a}或${b}`,
  manager: (name: string | null) => (name ? `经理${name}` : '团队经理'),
  admin: '管理员',
  see: (no: string, who: string) => `${no} 属于其他团队，请联系${who}。`,
  assign: (no: string, to: string, who: string) => `只有${who}可以把 ${no} 转给${to}。`,
  role: (who: string) => `只有${who}可以修改这个角色。`,
  join: (name: string, who: string) => `只有${who}可以把${name}加入团队。`,
  leave: (name: string, who: string) => `只有${who}可以替${name}请假。`,
  report: (who: string) => `只有${who}可以查看这份报表。`,
};
