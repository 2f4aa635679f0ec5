export const permissionTexts = {
  change: (no: string, who: string) => `${no} 只有${who}可以改。`,
  owner: (name: string) => `负责人${name}`,
  or: (a: string, b: string) => `${a}或${b}`,
  manager: (name: string | null) => (name ? `经理${name}` : '团队经理'),
  admin: '管理员',
  see: (no: string, who: string) => `${no} 属于其他团队，请找${who}。`,
  assign: (no: string, to: string, who: string) => `把 ${no} 交给${to}需要${who}。`,
  role: (who: string) => `改这个角色需要${who}。`,
  join: (name: string, who: string) => `把${name}加入团队需要${who}。`,
  leave: (name: string, who: string) => `替${name}请假需要${who}。`,
  report: (who: string) => `看这份报表需要${who}。`,
};
