import type { Channel, FoundPiece } from '../../kernel/pieces/base/piece.js';
import { isDenied } from '../reading/clauses.js';
import type { Mention } from '../reading/sentence-reading.js';

/** Words for meeting in person. */
const faceToFace =
  /(?<![过回失出])去(?:了|过|的)|去(?:了)?一?趟|(?<![过回失出])去[^,。]{2,10}(?:做|讲|谈|看|见|签|送|聊|驻|装|修|培训|调试|测|取|收|盘|验)|来[了过]?(?:我们)?公司|参观|当面|面谈|吃(?:了|过|的)?[个顿碗]?(?:早|午|晚|便)?[饭面餐]|[都又也]跑了(?=$|[,。])|(?<![意再])见(?:了|过|到|的(?!是)|完|面)|在\S{0,8}现场|现场调研|刚从\S+出来|去看了|meet了|接待|第[一二三四五]次(?:去|来)|登门|陌拜|扫楼|造访|拜会|实地|喝(?:了|过)(?:[个杯顿]|两杯)?(?:茶|酒|咖啡)|坐(?:了|过)(?:会|一会|坐|半|[一二两三四五\d]\S{0,2}(?:分钟|小时))|打(?:了|过)?[场局]?(?:高尔夫|球)|跑(?:了)?一?趟|\b(?:(?:had|grabbed|over) (?:a )?(?:lunch|breakfast|brunch|dinner|coffee)|(?:lunch|breakfast|brunch|dinner|coffee) (?:with|w\/)|sat down with|in person|face[- ]to[- ]face|drove (?:out |over |up |down )?to|flew (?:out |over |up |down )?to|came (?:by|over|to (?:our|the) office)|walked the (?:site|plant|floor|factory|line)|hosted|dropped (?:by|in)|stopped by|swung by|popped (?:by|in|into|over)|dropped off|went to|(?:took|brought) .* to|toured|on[- ]?site(?= at)|on-?site|just (?:left|(?:got|came) (?:out of|back from))|saw|visit(?:ed)?|met)\b/iu;

/**
 * Reads the channel of a clause from its words, or from where and how it was done; undefined if it says
 * neither.
 */
export function channelIn(
  text: string,
  pieces: FoundPiece[],
  offset: number,
  mention?: Mention,
): Channel | undefined {
  const said = pieces.filter(
    ({ piece, from }) => piece.kind === 'channel' && !isDenied(text, from - offset, 4),
  );
  if (
    /开(?:了|的|完|过)[^,。]{0,6}会(?!员)|(?:[^开机都才就]会|会议)(?:刚|已经?|都|也|终于)*开(?:完|好)了?/u.test(
      text,
    )
  )
    return 'meeting';
  if (/\brang\b|打给|打过去|[^折]打(?:了|过)?$/iu.test(text)) return 'call';
  const [first] = said;
  const met = faceToFace.exec(text);
  if (
    first?.piece.kind === 'channel' &&
    !/^[^,]?号|^同号|^也?(?:是|同)(?:这|一)/u.test(text.slice(first.to - offset))
  ) {
    // The first channel wins: 昨天见的面，电话里又说 ("met yesterday, said again on the phone") is a visit.
    if (first.piece.value !== 'visit' || !met) return first.piece.value;
  }
  if (first?.piece.kind === 'channel' && first.piece.value === 'visit') return 'visit';
  if (met && !isDenied(text, met.index, 3)) return 'visit';
  return mention && isAtTheirs(text, mention.from - offset, mention.to - offset) ? 'visit' : undefined;
}

/** What is done on a visit. */
const doneThere =
  /^(?:那边|那里|那儿|公司|现场|总部|办公室|工厂|车间|园区)?(?![^,。]{0,4}(?:项目|系统|群|合同|单子))[^,。]{0,14}(?:待|呆|坐|聊|谈|见|碰|开|过|吃|喝|讲|做|看|对|转|逛|演示|培训|汇报|交流)(?:了|过(?![去来期])|完|一遍)/u;
const timeSpent =
  /\b(?:(?:i|we)(?:'m| am|'re| are| was| were)|spent|sat|day|morning|afternoon|hours?|minutes|presented|demoed|pitched|back|workshop)\b[^,.\d]{0,40}\b(?:at|in|inside|over at) (?:the )?$/iu;

/** 跑了九州印务 ("went to Jiuzhou Printing"), but not 跑了九州的流程 ("ran the process of Jiuzhou"). */
const ranTo = /(?:^|[^逃])跑(?:了|完|过)(?:一?[趟圈下]|一下)?\s?$/u;
const runThing = /^(?:那边)?的?(?:流程|数据|测试|审批|合同|报表|系统|手续|票)/u;
/** 刚从九州回来 ("just back from Jiuzhou"). */
const cameFrom = /从\s?$/u;
const cameBack =
  /^(?:那边|那里|那儿|公司|现场|厂里|工厂|总部)?(?:刚刚?|才)?(?:回来|出来|过来|赶回来?|回到|回公司|返回|离开)(?!的)/u;

/**
 * Whether the customer's name is used as a place: 在云杉待了半天 ("spent half a day at Yunshan"), spent the morning
 * at Oakline.
 */
function isAtTheirs(text: string, from: number, to: number): boolean {
  const before = text.slice(0, from);
  if (ranTo.test(before) && !runThing.test(text.slice(to))) return true;
  if (cameFrom.test(before) && cameBack.test(text.slice(to))) return true;
  return (/(?<![现还正存])在\s?$/u.test(before) && doneThere.test(text.slice(to))) || timeSpent.test(before);
}
