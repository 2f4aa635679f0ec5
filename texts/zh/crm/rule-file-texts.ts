/** What is said when a process file and the rules in force differ. */
export const ruleFileTexts = {
  title: (file: string) => `${file} 与现行规则不同`,
  said: (version: number, changes: number) =>
    `这份文件不是基于现行规则（第 ${version} 版）修改的，没有自动生效。采用后将改动 ${changes} 处：`,
  columns: { rule: '规则', now: '现行', after: '采用后' },
  more: (count: number) => `还有 ${count} 处，在服务器上运行 genjin process diff 可查看全部。`,
  same: '文件与现行规则已经一致。',
  changedSince: '规则已有更新，最新的差异如下。',
  hint: '放弃后规则和文件都不变。要在现行规则上修改文件，请先运行 genjin process export。',
  adopt: '采用',
  discard: '放弃',
  adopted: (file: string) => `已采用 ${file} 里的规则。`,
  discarded: (file: string) => `已放弃 ${file} 里的改动，规则不变。`,
  gone: '这份改动已处理，或文件又有修改。',
  refused: (file: string) => `${file} 有错误，没有生效`,
  problem: (line: number, reason: string, example: string) =>
    `第 ${line} 行：${reason}${example ? `，例如 ${example}` : ''}`,
  refusedHint: '现行规则不变。改好后保存即可生效。',
};
