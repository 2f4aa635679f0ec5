import type { TalkKind, TalkReading } from './talk-reading.js';

type Asked = Extract<TalkKind, 'presence' | 'who' | 'what' | 'saved' | 'self'>;

const you = '(?:[你您](?:们)?|它|这?个?(?:小?助手|机器人|bot|软件|工具|东西|玩意儿?|系统)|跟进)';
const ends = '[啊呀呢吧哈嘛么的了]*';

/** What was said last, how it is kept and with whom: "you didn't put that under Sandford, did you". */
const said =
  'that|it|this|those|the last (?:one|note|log)|my (?:last )?(?:note|log|call|visit)|the (?:note|log|call|visit)';
const file = 'put|log|logged|file|filed|save|saved|note|noted|record|recorded|enter|entered|add|added';
const under = 'under|to|with|on|for|at|in|against';

/** Questions about the assistant; a whole line, without its opening and its last marks. */
const asked: [Asked, RegExp[]][] = [
  [
    'presence',
    [
      new RegExp(`^(?:喂+)?${you}?(?:现在)?(?:还|都)?在(?:不在|不|线)?(?:吗|么|嘛)?${ends}$`, 'u'),
      new RegExp(`^(?:喂+[\\s,，]*)+${ends}$`, 'u'),
      /^(?:喂+[\s,，]*)*(?:有人(?:在)?(?:吗|么|嘛|没)|人呢|(?:你|您)?能?(?:听|看|收)(?:得|不)?(?:到|见)(?:我|消息|我说话|我的(?:话|消息))?(?:吗|么|嘛|不))[啊呀]*$/u,
      new RegExp(
        `^${you}?(?:还)?(?:活着|在线|在工作|好使|能用|坏了|死机了|卡了|掉线了|睡着了)(?:吗|么|嘛|没|不)${ends}$`,
        'u',
      ),
      /^(?:测试|测一下|测试一下|试试看|test+(?:ing)?(?:,? ?test+(?:ing)?)*(?:[ ,]*1[ ,]*2(?:[ ,]*3)?)?|ping|mic check)$/iu,
      /^(?:is|are|r) (?:this|it|that|you|u|the bot|this bot|genjin)(?: thing| bot)? (?:still )?(?:on|in|working|work|live|alive|up|awake|online|there|here|around|down|broken|listening|ready)(?: yet| now| today)?$/iu,
      /^(?:are )?(?:you|u|ya|y'?all) (?:still )?(?:there|here|awake|around|alive|up|online|listening|ok|with me)$/iu,
      /^(?:hello )?(?:is )?(?:any ?one|any ?body|some ?one) (?:is )?(?:there|home|here|listening|around)$/iu,
      /^(?:can|could|do|did) (?:you|u|anyone|anybody) (?:hear|see|read|get|copy) (?:me|this|my messages?)(?: ok| now)?$/iu,
      /^(?:does|is) (?:this|it)(?: thing| bot)? (?:work|working|still work)(?: now| yet)?$/iu,
    ],
  ],
  [
    'who',
    [
      new RegExp(
        `^${you}(?:又|到底|究竟)?(?:是|叫)(?:个)?(?:谁|啥|什么(?:东西|人|名字|来头|玩意儿?)?|哪位|哪个|干(?:嘛|啥|什么)的|做什么的)${ends}$`,
        'u',
      ),
      new RegExp(
        `^${you}?(?:到底)?(?:是)?(?:真人|人工|人|机器人|ai|人工智能|机器)(?:客服)?(?:吗|么|嘛|还是.{1,6})${ends}$`,
        'iu',
      ),
      /^(?:请?(?:你|您)?(?:先)?(?:自我)?介绍(?:一下|下)?(?:你|您)?(?:自己)?|(?:你|您)?贵姓|怎么称呼(?:你|您)?|这(?:个|是)?(?:群里的)?(?:机器人|东西|助手)?(?:是)?(?:谁|干(?:嘛|啥|什么)(?:用)?的|做什么用?的|啥|什么(?:东西)?))[啊呀呢]*$/u,
      /^(?:who|what)(?:'?s| is| are| r| exactly (?:is|are))? (?:exactly )?(?:this|you|u|that|your name|genjin|this (?:bot|thing|app))(?: exactly| then| anyway)?$/iu,
      /^(?:are|r) (?:you|u) (?:a |an )?(?:bot|robot|human|person|real|real person|ai|machine|program|chatbot|chatgpt)(?: or .{1,20})?$/iu,
      /^(?:introduce yourself|tell me about yourself|am i (?:talking|speaking|typing) (?:to|with) (?:a |an )?(?:bot|human|robot|person|machine|real person)(?: or .{1,20})?)$/iu,
    ],
  ],
  [
    'what',
    [
      new RegExp(
        `^${you}?(?:到底|都|还|究竟|平时|具体|又)*(?:能|会|可以|可|能够)+(?:帮我|为我|给我|帮我们|帮忙)?(?:做|干|帮|办|支持|提供|处理|记|问|查)?(?:点|些|一些)*(?:什么|啥|哪些|嘛|么|哪方面)(?:事|事情|忙|活|功能|东西)?(?:用)?(?:呢|啊|呀)*$`,
        'u',
      ),
      new RegExp(
        `^${you}?(?:都|还|到底)?有(?:什么|啥|哪些|多少)(?:功能|命令|指令|用处?|用法|作用|本事|技能|玩法|能力)${ends}$`,
        'u',
      ),
      new RegExp(
        `^${you}(?:都|还|到底)?(?:是)?(?:干(?:嘛|啥|什么)|做什么|有啥|有什么)(?:用|用处|作用)?(?:的)?${ends}$`,
        'u',
      ),
      /^(?:我(?:能|可以)?(?:跟|对|和)?(?:你|您)?(?:能|可以)?(?:说|问|做|发|让你做)(?:[你您])?(?:些|点)?(?:什么|啥|哪些)|功能(?:列表|介绍|有哪些|说明)?|都?有哪些(?:命令|指令|功能)|(?:命令|指令)(?:列表|有哪些|大全)?|菜单)[呢啊呀]*$/u,
      /^what (?:all |else |exactly )?(?:(?:can|could|do|does|would) (?:you|u|this|it|this (?:bot|thing|app)|the bot|genjin)|(?:can|could) (?:i|we)) (?:all )?(?:do|say|ask|offer|understand|know|help(?: me| us)?(?: with)?|type|send)(?: for (?:me|us)| here| with (?:you|this|it)| (?:to )?you| in here| around here| then| exactly)*$/iu,
      /^what (?:are you|is (?:this|it|this (?:bot|thing|app)))(?: good| capable| useful| used| made)? (?:for|of)$/iu,
      /^(?:what'?s|whats) (?:this|it|this (?:bot|thing|app)) (?:for|do)$/iu,
      /^(?:what|which|any) (?:commands?|features?|functions?|skills?|options?)(?: (?:are there|do you have|can i use|have you got|exist|are available))?$/iu,
      /^how (?:can|could|do|will|would) (?:you|this|it|this (?:bot|thing)) help(?: me| us)?(?: out)?$/iu,
      /^(?:show me (?:what you can do|the ropes)|list (?:of )?commands|commands|menu|features)$/iu,
    ],
  ],
  [
    'saved',
    [
      /^(?:刚才|刚刚|上面|前面)?(?:我说的)?(?:[那这](?:一)?(?:条|个|句|些|笔)?)?(?:都|已经|你|帮我)*(?:记|存|写|保存|录|登记|收)(?:上|下来?|好|进去|入|到|成功)?了?(?:吗|没有?|么|嘛|没|不)$/u,
      /^(?:刚才|刚刚)?(?:一共|总共|都)?(?:记|存|录|写)(?:上|下|好|进去)?了?(?:几(?:条|个|笔)|哪些|哪几(?:条|个)|什么|啥)了?$/u,
      /^(?:刚才|刚刚)?(?:记|存|保存|录入?)?成功了?(?:吗|没有?|么|没)$/u,
      /^(?:刚才|刚刚|上一?条|最后一?条|上次)(?:我)?(?:记|存|录|写)(?:的)?(?:是)?(?:什么|啥|哪家|谁)$/u,
      /^(?:刚才|刚刚)(?:说|讲)的(?:那家|那个客户|那个|是)?(?:是)?(?:哪家|哪个客户|谁)$/u,
      /^did (?:that|it|this|those|these|they|you)(?: all| one| ones)? (?:actually |just |even )?(?:get |go |come )?(?:saved?|log(?:ged)?|recorded?|stored?|through|work|take|noted?|in|written(?: down)?|catch|got|get)(?: (?:that|it|this|all|everything|down|properly|ok|right))*$/iu,
      /^(?:is|was|has|have|are|were) (?:that|it|this|those|they|everything)(?: all| been)*(?: now)? (?:saved|logged|recorded|in|noted|stored|written down|entered)(?: now| yet| properly| ok)*$/iu,
      /^(?:have )?(?:you )(?:got|saved|logged|recorded|noted|get) (?:that|it|this|all that|everything|it all)(?: down| all)?$/iu,
      /^w[has]{1,2}ts? (?:did|have|do) (?:you|u) (?:just )?(?:saved?|get|got|log(?:ged)?|record(?:ed)?|wr(?:ite|itten|ote)|note[d]?|stored?|catch|caught|understand|understood|made?|put|take|have)(?: (?:down|from that|from it|from this|of that|of it|just now|there|in))*$/iu,
      /^(?:saved|logged|recorded)$/iu,
      new RegExp(
        `^(?:so |and |wait )*(?:did|didn't|didnt) (?:${said}) (?:go|get (?:logged|saved|put|filed|noted)|end up|land) (?:${under}) .{2,40}$|^(?:so |and |wait )*(?:did|didn't|didnt) you (?:just )?(?:${file}) (?:${said}) (?:${under}) .{2,40}$`,
        'iu',
      ),
      new RegExp(
        `^(?:so |and |wait )*(?:you (?:didn't|didnt|did not|haven't|havent|did)|i hope you didn't|i hope you haven't) (?:just )?(?:${file}) (?:${said}) (?:${under}) .{2,40}?,? (?:did|have|didn't|haven't|right|no)(?: you)?$`,
        'iu',
      ),
      new RegExp(
        `^(?:so |and |wait )*(?:${said})(?:'s| is| was| isn't| wasn't| didn't go)(?: not)?(?: logged| saved| filed| noted)? (?:${under}) .{2,40}?,? (?:is|was|isn't|wasn't|did|right|no)(?: it| that)?$`,
        'iu',
      ),
      new RegExp(
        `^(?:so |and |wait )*(?:is|was|has|did)(?: ${said})(?: been)? (?:logged|saved|filed|noted|put|recorded|go) (?:${under}) .{2,40}$`,
        'iu',
      ),
      new RegExp(
        `^(?:so |and |wait )*(?:(?:under|for|to|at) (?:which|what|whose) (?:customer|client|company|account|name|deal|one)|(?:which|what) (?:customer|client|company|account|deal) |under whom |for whom |where |who )\\s*(?:did|have|has|was|is|does)(?: you)?(?: just)? ?(?:${file})? ?(?:${said})(?: (?:logged|saved|filed|noted|put|go|gone|end up|land|been logged))?(?: (?:${under}|for|to))?$`,
        'iu',
      ),
    ],
  ],
  [
    'self',
    [
      /^我(?:是谁|叫(?:什么|啥)(?:名字)?|是(?:哪个|什么|啥)(?:团队|组|角色|身份|部门|权限)(?:的)?|在(?:哪个|哪)(?:团队|组|部门)(?:里)?|(?:有|是)(?:什么|哪些|啥)权限|的(?:角色|团队|权限|身份)(?:是(?:什么|啥|哪个))?)[啊呀呢]*$/u,
      /^(?:who|what) am i(?: (?:listed|registered|down|known|here|to you|set up|saved))?(?: as| here| to you)?$/iu,
      /^(?:which|what) (?:team|group|role) (?:am i|do i have|have i)(?: (?:in|on|part of|got|listed (?:in|as)))?$/iu,
      /^(?:what(?:'?s| is) my (?:role|team|name|username|access)|who do you think i am|what do you call me)$/iu,
    ],
  ],
];

/** Verbs of what the product does, and what it does them with. */
const does =
  '(?:新建|新增|添加|增加|创建|建立?|录入?|录|加|记录?|登记|写|填|改|修改|更正|更新|删除?|撤回?|撤销|取消|查看?|看|找|搜|导出|导入|上传|转|派|分配|指派|认领|抢|推进|推|关闭?|结束|标记?|绑定?|设置?|定|合并|静音|开|关|发|切换|换|补|完成|申请|审批|交接|共享|提醒)(?:一下|一个|个|条|掉|成)?';
const things =
  '(?:线索|客户|新客户|联系人|商机|单子|跟进|拜访|电话|会议|记录|待办|任务|提醒|下一步|日程|目标|指标|周报|月报|日报|报表|报告|漏斗|预测|排行榜?|团队|成员|同事|角色|权限|公海|阶段|金额|日期|备注|名字|姓名|文章|知识|问题|规则|语言|时区|群|通知|推送|输单|赢单|报价|合同|回款|标签|文件|excel|表格?|数据|按钮|卡片|错的?|错了)';
const some = '(?:我的|新的?|一个|一条|个|条|今天的?|上周的?|本周的?|自己的?)*';
const howZh = '(?:怎么样?|怎样|如何|咋样?|在哪(?:里|儿|边)?|哪里|从哪(?:里|儿)?)(?:可以|才能|能|去|来|进行)?';

/** Asks how one uses the product: whole lines again; `topic` is what it is about. */
const howAsked: RegExp[] = [
  new RegExp(
    `^(?:${you}|这个?)?(?:要|该|应该|到底|具体|得|我)*(?:${howZh})(?:用|使用|玩|操作|弄|搞|上手|开始|使唤|开始用)(?:${you}|呀|啊|呢|的|才对)*$`,
    'u',
  ),
  new RegExp(
    `^(?:我|我们)?(?:要|想|该|应该|得)*(?:${howZh})(?:才能)?(?<topic>${does}${some}${things}?)(?:呢|啊|呀|吗|的)*$`,
    'iu',
  ),
  new RegExp(
    `^(?:我|我们)?(?:要|想)?(?:把)?(?<topic>${some}${things})(?:我|要|该|应该|得)*(?:${howZh})(?<verb>${does}|弄|用|搞)(?:呢|啊|呀|的|回来|掉)*$`,
    'iu',
  ),
  new RegExp(
    `^(?:我|我们)?(?:要|想)(?<topic>${does}${some}${things})(?:该|要|得)?(?:${howZh})(?:办|做|说|弄|操作|写)(?:呢|啊|呀)*$`,
    'iu',
  ),
  /^(?<topic>(?:记|写|录|说|打|发|点|填)错了?)(?:的话)?(?:要|该|应该)?(?:怎么|如何|咋)(?:办|改|撤|撤回|删|修改|弄)(?:呢|啊|呀)*$/u,
  /^(?:我|那我)?(?:要|该|应该|得)?(?:怎么|如何|咋)(?:说|写|打|发|跟你说|记)(?:才对|才行|比较好|好)?[呢啊呀]*$/u,
  /^(?:要|需要|得|必须|一定要|是不是要|用不用|要不要|还要)(?:.{0,6})(?:填|打|按|用)(?:什么|个|一下)?(?:表格?|表单|格式|模板|字段|固定格式|命令|指令)(?:吗|么|嘛|不)?$/u,
  new RegExp(
    `^(?:${you}|我)?(?:是|要|只要|可以|能|能不能|可不可以|是不是)*(?:直接|只|就|也)*(?:可以|能)?(?:打字|说话|发语音|语音|发文字|说|写|发消息|发图片|发照片|发文件|发一?句话|像(?:聊天|平时|发微信)一样(?:说|发|写)?)(?:就|也)?(?:可以|能|行|好|够|是)?(?:了)?(?:吗|么|嘛|吧|不|是吗|行吗|可以吗)$`,
    'u',
  ),
  new RegExp(
    `^${you}?(?:是)?(?:能|可以|会|会不会|能不能)?(?:看|听|读|收|监控|记录?)(?:得)?(?:到|见)?(?<privacy>我们|我|大家|群里)(?:的)?(?:聊天|说话|聊什么|聊的|消息|对话|在聊什么|说的话|说什么|所有消息|聊天记录)*(?:吗|么|嘛)$`,
    'u',
  ),
  /^(?:how|where) (?:do|can|should|would|could|d'?|might|does|must) (?:i|we|you|one|u|someone)(?: actually| even| just| best)? (?:use|work with|talk to|get started with|start with|operate) (?:this|it|you|the bot|that|genjin)(?: thing| bot| app)?(?: then| here)?$/iu,
  /^how (?:does|do|is|to use|to work) (?:this|it|you|the bot|that|genjin)?(?: thing| bot| app| all)?(?: (?:work|function|go|meant to be used|used))?(?: then| here| exactly)?$/iu,
  /^how (?:do|can|should) (?:i|we) (?:get )?start(?:ed)?$/iu,
  /^how (?:does|do|is) (?:the |an? |my )?(?<topic>pool|funnel|forecast|ranking|points?|badges?|response clock|approvals?|gates?|stages?|reminders?|alerts?|weekly report|claiming|assignment) (?:work|calculated|computed|counted|made)(?: exactly| here| then)?$/iu,
  /^(?<topic>公海|漏斗|预测|排行榜?|积分|徽章|响应时间|审批|关卡|阶段|提醒|预警|周报|目标|分配)(?:是)?(?:怎么|如何|咋)(?:运作|回事|算|算出来|来|用|玩|运行|分配)的?[呢啊呀]*$/u,
  /^(?:if|say|suppose) .{1,60}?,? (?:what|how|which words?) (?:do|would|should|can) (?:i|we) (?:write|type|say|put|log|enter|record)(?: it| that| then)*$/iu,
  /^(?:can|could|may|am i able to) (?:i|we)? ?(?:still )?(?<topic>take (?:that|it|this) back|undo|delete|change|edit|fix|correct|remove)(?: (?:that|it|this|something|things|a note|a record|an entry|my last note|mistakes?))*(?: later| afterwards| again)*$/iu,
  /^(?:还|我|那|刚才的|刚才|这个|这条|记错了?|写错了?|之后|后面)*(?:可以|能|能不能|可不可以)(?<topic>撤回?|撤销|改|修改|删除?|更正)(?:掉|回来)?(?:吗|么|嘛|不)$/u,
  /^(?:how|where)(?: (?:do|can|should|would|could|d'?|might|must) (?:i|we|you|one|u)| to)(?: actually| even| just| best)? (?<topic>(?:log|add|create|enter|record|make|put in|change|edit|update|correct|fix|delete|remove|undo|take back|move|advance|close|mark|find|see|view|check|look up|export|import|assign|reassign|claim|set|share|merge|mute|unmute|hand over|plan|snooze|reschedule|type|write|ask|report|schedule|reopen|win|lose|tag|link|bind|switch|register|save|note|start|book|get)(?: up| in| down)?(?: (?:an?|the|my|new|some|another|our|it|that|this|its|someone's|one|a new))*(?: (?:leads?|customers?|clients?|accounts?|contacts?|deals?|opportunit(?:y|ies)|follow-?ups?|visits?|calls?|meetings?|notes?|records?|tasks?|to-?dos?|reminders?|next steps?|targets?|quotas?|reports?|weekly reports?|funnel|forecast|ranking|pipeline|teams?|members?|roles?|stages?|amounts?|dates?|names?|articles?|questions?|rules?|language|time ?zone|groups?|channels?|notifications?|files?|spreadsheets?|excel|csv|mistakes?|entr(?:y|ies)|things?|stuff|emails?))?)(?: (?:here|in (?:this|here)|with (?:this|you)|to (?:this|it|you)|for (?:a|my) customers?|as (?:won|lost|done)|(?:won|lost)|to (?:a|my|another) (?:colleague|customer|deal|team)|i made|from yesterday|in english|in chinese))*$/iu,
  /^(?:what|which words?) (?:do|would|should|can|must|could) (?:i|we|you) (?:write|type|say|put|enter|send|tell you)(?: then| here| to you| for (?:that|a visit|a call))*$/iu,
  /^(?:do|should|must|can|could|would|am|is|does|will) (?:i|we|it|there|you) (?:need(?: to)?|have to|got to|supposed to|just|also|only|be able to|able to)*\s*(?:always |really )?(?:fill|type|text|dictate|voice|talk|speak|use|send|write)\b.{0,60}\b(?:forms?|templates?|formats?|type it|text(?: it)?|voice(?: notes?| messages?)?|commands?|keywords?|photos?|pictures?|files?|plain (?:english|words)|normally|like this|type|dictate)\b.{0,30}$/iu,
  /^(?:can|do|does|will|could|are) (?:you|it|this|the bot|this bot|this thing) (?:be able to )?(?:see|read|hear|watch|listen(?:ing)? to|record|reading|watching|spying on) (?<privacy>(?:all |everything )?(?:our|my|the|us|everything|what)(?: \w+){0,4})$/iu,
];

/** Reads a question about the assistant and how it is used; `words` are a line without its opening. */
export function productQuestion(words: string): Omit<TalkReading, 'strength'> | undefined {
  for (const [kind, patterns] of asked) if (patterns.some((one) => one.test(words))) return { kind };
  for (const pattern of howAsked) {
    const found = pattern.exec(words);
    if (!found) continue;
    const { topic, verb, privacy } = found.groups ?? {};
    if (privacy) return { kind: 'how', topic: 'privacy' };
    const about = [topic, verb].filter(Boolean).join(' ').trim();
    return { kind: 'how', ...(about ? { topic: about } : {}) };
  }
  return undefined;
}
