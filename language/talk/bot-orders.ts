/** What people ask an assistant for that this one does not do: to write, ring, book, draw, translate, tell jokes. */
const please =
  '(?:麻烦|请|劳驾|烦请|拜托|那|能不能|可不可以|可以|能|能否|要不|你|您|帮|替|给|我|忙|一下|先|再|快|顺便)*';
const forMe = '(?:帮我|帮忙|替我|给我|请你|请您|麻烦你|麻烦您|麻烦帮|麻烦|你帮|您帮|烦请|劳驾|拜托)';
const counted = '(?:一?[个封份篇张间辆条下些段首幅套桌顿杯]|一下)?';

const writes = '(?:写|起草|草拟|拟|撰写|编|润色|做|制作|弄|整|画|生成|设计|翻译|打印|整理)';
const written =
  '(?:邮件|信|短信|文案|方案|ppt|标书|投标书|合同(?!.*(?:送|给|寄))|海报|图|表格|文档|稿子?|作文|诗|歌|发言稿|演讲稿|简历|总结|话术|回复|朋友圈|纪要|周报ppt|思维导图|报价邮件|跟进邮件)';
const booked =
  '(?:机票|车票|高铁票|火车票|票|酒店|宾馆|房间?|会议室|包间|包厢|餐厅|位子?|座位|桌|车|外卖|奶茶|咖啡|午饭|晚饭|饭|快递|蛋糕|花)';

const zhOrders: RegExp[] = [
  new RegExp(
    `^${please}${forMe}.{0,16}?${writes}${counted}.{0,14}?${written}(?:吧|呗|呢|啊|给.{1,8}|发.{1,8})?$`,
    'iu',
  ),
  new RegExp(
    `^${please}(?:给|帮).{1,12}?(?:写|起草|拟|做|编)(?:一?[个封份篇张])(?:.{0,12}?)${written}(?:吧|呗)?$`,
    'iu',
  ),
  new RegExp(
    `^${please}${forMe}?(?:订|定|预订|预定|叫|买|租)(?:一?[个张间辆份桌顿杯])(?!了).{0,14}?${booked}(?:吧|呗|啊)?$`,
    'u',
  ),
  new RegExp(
    `^${please}${forMe}(?:订|定|预订|预定|叫|点|买|抢|租)(?!了).{0,14}?${booked}(?:吧|呗|啊)?$`,
    'u',
  ),
  /^(?:那|麻烦|请|要不|能不能|可以)*(?:你|您)?(?:替我|帮我|帮忙|给我)(?:去)?(?:给|跟|和|向|找|问).{1,12}?(?:打(?:个|一个|通)?电话|发(?:个|条|一条|一下)?(?:短信|微信|邮件|消息)|说(?:一声|一下)|催(?:一下|下|催)?|约(?:一下|下)?|联系(?:一下|下)?|道个?歉|回复?(?:个|一下)?(?:邮件|消息|信息)?|聊聊|谈谈).{0,12}$/u,
  /^(?:那|麻烦|请)*(?:你|您)(?:去|来)?(?:给|跟|和|向).{1,12}?(?:打(?:个|一个|通)?电话|发(?:个|条|一下)?(?:短信|微信|邮件)|写(?:个|封)?(?:邮件|信)).{0,12}$/u,
  /^(?:给|跟|为)?(?:我|大家|我们)?(?:讲|说|来)(?:一?[个段])(?:笑话|故事|段子|相声|冷笑话)(?:吧|呗|听听?)?$/u,
  /^(?:给|为)?(?:我|大家)?(?:唱|放|播放?)(?:一?[首支])?.{0,8}(?:歌|音乐|曲)(?:吧|呗)?$/u,
  /^(?:帮我|给我)?(?:查|看|搜)(?:一?下|查)?(?:今天|明天|后天|本周|上海|北京|这边|.{0,6})(?:的)?(?:天气|股价|股票|航班|路况|新闻|汇率|快递|附近.{0,6})(?:怎么样|如何|吧)?$/u,
  /^(?:帮我|替我|给我|麻烦)(?:开(?:个|一下)?(?:发票|会|空调|灯|门)|请(?:个)?假条|报(?:个)?销|打(?:个)?卡|抢(?:个)?红包|发(?:个)?红包|算(?:一?下|个)?命|订闹钟|定(?:个)?闹钟).{0,8}$/u,
];

/** 帮我打个电话给赵敏 ("ring Zhao Min for me"): the person stands last. */
zhOrders.push(
  new RegExp(
    `^${please}${forMe}(?:去)?(?:打(?:个|一个|通)?电话|发(?:个|条|一条|封|一封)?(?:短信|微信|邮件|消息)|写(?:个|封)(?:邮件|信))(?:给|到).{1,16}(?:吧|呗|啊)?$`,
    'u',
  ),
);

const polite = `(?:(?:please|pls|plz|hey|ok|so|genjin|bot|kindly|just),? )*(?:(?:can|could|would|will|might) (?:you|u)(?: please| kindly| just| quickly| maybe)*|(?:would|do) you mind|i (?:need|want|would like|'d like) you to|i'd like you to|you (?:should|must|need to)|be (?:a dear|an angel) and|help me(?: to)?|go and|go ahead and)? ?`;
const asksYou = `(?:(?:please|pls|hey|ok|so|genjin|bot),? )*(?:(?:can|could|would|will) (?:you|u)(?: please| kindly| just| quickly| maybe| also)*|(?:would|do) you mind|i (?:need|want|would like) you to|i'd like you to) `;

const enOrders: RegExp[] = [
  new RegExp(
    `^${polite}(?:write|draft|compose|word|prepare|design|translate|proofread|rewrite|summari[sz]e) (?:me |us )?(?:an?|the|some|this|that|my|our|up) .{0,40}\\b(?:e-?mails?|letters?|mails?|messages?|texts?|replies|reply|proposals?|decks?|slides?|presentations?|power ?points?|ppt|contracts?|posts?|poems?|songs?|essays?|blogs?|speech|documents?|docs?|scripts?|tweets?|logos?|flyers?|pdfs?|into \\w+)\\b.{0,60}$`,
    'iu',
  ),
  new RegExp(
    `^${polite}(?:write|draft|compose) (?:to )?.{1,40}\\b(?:e-?mails?|letters?|for me)\\b.{0,60}$`,
    'iu',
  ),
  new RegExp(
    `^${polite}(?:make|build|create|knock up|put together|do|generate|draw|design|paint|print) (?:me |us )?(?:an?|the|some|my) .{0,40}\\b(?:deck|slides?|slide deck|presentation|power ?point|ppt|proposal|logo|picture|image|drawing|coffee|tea|sandwich|spreadsheet|flyer|brochure|video|pdf)\\b.{0,40}$`,
    'iu',
  ),
  new RegExp(
    `^${polite}(?:book|reserve|order|buy|get|call|hire|rent|find) (?:me|us) (?:an?|some|the|two|three) .{0,30}\\b(?:flights?|trains?|tickets?|hotels?|rooms?|tables?|taxi|cab|uber|car|pizza|lunch|dinner|coffee|flowers?|seats?|restaurant)\\b.{0,40}$`,
    'iu',
  ),
  new RegExp(
    `^${polite}(?:book|reserve|order) (?:an?|some|the|two|three) .{0,24}\\b(?:flights?|trains?|tickets?|hotels?|rooms?|tables?|taxi|cab|uber|rental car|pizza|flowers?|meeting room|conference room)\\b.{0,40}$`,
    'iu',
  ),
  new RegExp(
    `^${asksYou}(?:call|ring|phone|e-?mail|text|message|tell|contact|write(?: to)?|invite|chase|visit|meet|go to|negotiate with|apologi[sz]e to|reply to|send) (?!me\\b|us\\b).{1,80}$`,
    'iu',
  ),
  /^(?:(?:please|pls|can you|could you),? )?(?:tell (?:me|us) (?:a|another) (?:joke|story)|sing (?:me |us )?(?:a song|something)|play (?:some |a )?(?:music|song|game).{0,20}|make me (?:laugh|a sandwich|coffee)|do my (?:job|work|homework).{0,20}|set an alarm.{0,20}|turn (?:on|off) .{1,20})$/iu,
  /^(?:(?:please|pls|can you|could you),? )?(?:check|look up|google|search for|what'?s|tell me) (?:the )?(?:weather|news|stock price|traffic|time in \w+|football score|exchange rate).{0,30}$/iu,
  /^(?:(?:please|pls|can you|could you),? )?(?:e-?mail|text|message|ring|call|phone) .{1,40}\b(?:for me|on my behalf|from me)\b.{0,30}$/iu,
];

/** What the assistant itself does for whoever asks: to remind, note, show, undo. */
const ownWork =
  /提醒|记(?:一?下|录|上|个|一笔)|待办|撤|删|查(?:一下)?(?!.*(?:天气|股|航班|路况|新闻|汇率|快递|附近))|\b(?:remind|log|note|undo|delete|show|list|find)\b/iu;

/** Whether the words order something that the assistant does not do; `words` are a line without its opening. */
export function isForeignOrder(words: string): boolean {
  if (ownWork.test(words)) return false;
  return [...zhOrders, ...enOrders].some((order) => order.test(words));
}
