export const badgeTexts = {
  badges: '徽章',
  own: '本月徽章',
  held: (name: string, people: string) => `${name} · ${people}`,
  rule: (name: string, rule: string, who: string) => `${name}：${rule}${who && `。${who}`}`,
  has: (people: string) => `当前获得者：${people}`,
  rulesHint: '发「徽章」查看规则',
  off: '徽章未开启；在流程文件里写 badges: true 后，会显示在排行和「我的数据」里。',
  on: '在团队内评比，并列者都可获得。',
};
