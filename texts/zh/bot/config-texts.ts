/** What `.env.example` and the page about the configuration say, and what each variable is for. */
export const configTexts = {
  copy: '复制为 .env 后按需填写；留空或不写就用默认值。',
  generated: '由配置声明生成，请勿手改：npm run generate',
  title: '配置',
  page: '环境变量，也可以写在工作目录的 `.env` 里。🔒 的内容不会进日志。',
  pageGenerated:
    '本页由 `bot/config/variables.ts` 和各平台的 `adapters/*/setup/settings.ts` 生成（`npm run generate`）。',
  columns: { variable: '变量', default: '默认', about: '说明' },
  /** The rules that a company of this language begins with. */
  processFile: 'process.yaml',
  about: {
    DATABASE_URL: '数据库：file:路径 用内置的 SQLite；postgres://… 用 PostgreSQL',
    PROCESS_FILE:
      '销售流程文件；没写时是 process.yaml，LOCALE=en 的新公司是 process.en.yaml（美元、周一到周五）',
    TZ_DEFAULT: '没有另设时区的人和团队用的时区；没写时，英文演示团队用 America/New_York',
    LOCALE: (codes: string[]) => `默认语言：${codes.join(' 或 ')}`,
    HOST: '网页监听的地址；沙盒只能用本机地址',
    PORT: '网页监听的端口；0 表示任选',
    SANDBOX: '聊天沙盒：auto（没有配置任何平台时开）、on、off',
    ROLE: '这个进程做什么：all 全部，bot 只收发消息，worker 只跑定时任务和推送（不接收消息；企业微信的推送由 bot 进程发出）',
    LOG_LEVEL: '日志级别',
    ADMIN_SETUP_CODE: '第一位管理员私聊发送「setup 口令」用的口令，用一次即失效；不设则首次启动时打印一个',
    MODEL_URL: '模型接口地址（OpenAI 协议，本机的也行）；和 MODEL_NAME 都填了才会启用，见 docs/model.md',
    MODEL_NAME: '模型名称',
    MODEL_KEY: '模型接口的密钥；本机的可以不填',
    MODEL_MASK: '发给模型前隐去什么：names 人名和客户名、phones 电话邮箱、amounts 金额；none 都不隐去',
    MODEL_TIMEOUT_S: '最多等模型几秒',
    MODEL_MONTHLY_TOKENS: '每月最多用多少 token',
    MODEL_MONTHLY_COST: '每月最多花多少钱，按下面两个单价算；不填只看 token',
    MODEL_PRICE_IN: '每百万 token 输入的价格',
    MODEL_PRICE_OUT: '每百万 token 输出的价格',
  },
};
