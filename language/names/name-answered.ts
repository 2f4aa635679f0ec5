/** The name in an answer, without the sounds round it: 鹏程精密啊, 嗯是鹏程精密. */
export const nameAnswered = (line: string): string =>
  line
    .trim()
    .replace(
      /^(?:(?:嗯+|呃+|哦+|噢|啊|那个|就是|对|应该是|是|叫|客户(?:是|叫)?)[\s,，]*)+(?=\p{Script=Han}{3})/u,
      '',
    )
    .replace(/(?<=\p{Script=Han}{2})(?:[啊呀吧哦呢嘛哈的]|那家|这家|那个|那边)+[。.!！~～]*$/u, '');
