/** What the command line says when two programs would work with one database. */
export const runTexts = {
  startBesideBot: (file: string, role: string) =>
    `已有另一个跟进进程在使用数据库 ${file}（ROLE=${role} 与它重叠）：请先停掉那一个，或用 ROLE=bot 和 ROLE=worker 分开运行。`,
  restoreBesideBot: (file: string) =>
    `跟进正在使用数据库 ${file}：请先停掉它再恢复备份，否则它刚确认的记录会丢失。`,
};
