export const badgeTexts = {
  badges: '徽章',
  own: '本月徽章',
  held: (name: string, people: string) => `${name} · ${people}`,
  rule: (name: string, rule: string, who: string) => `${name}：${rule}${who && `。${who}`}`,
  has: (people: string) => `现在是 ${people}`,
  rulesHint: '规则见「徽章」',
  off: '徽章没有打开；流程文件写 badges: true 就会显示在排行和「我的数据」里。',
  on: '一个团队里比，一样的都有。',
};
