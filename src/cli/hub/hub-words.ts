import type { InBoth, Language } from '../language'

export const HUB_SAYS = {
  noServer: {
    zh: '本机没有 nats-server。Debian、Ubuntu：apt-get install nats-server；其他系统见 https://nats.io/download（一个文件，放在 PATH 里即可）',
    en: 'nats-server is not on this machine. Debian, Ubuntu: apt-get install nats-server; others: https://nats.io/download, one file, to be laid where PATH looks',
  },
  data: {
    zh: '{path}：这个文件夹不能读写（{code}），中枢没有启动',
    en: '{path}: this folder may not be read and written ({code}); the hub was not started',
  },
  inUse: {
    zh: '{path}：已有一个中枢在用这个文件夹（进程 {pid}），没有再启动',
    en: '{path}: another hub uses this folder (process {pid}); none was started',
  },
  port: {
    zh: '端口 {port} 不能用（{code}），中枢没有启动；请用 --port 另选，它和其后两个端口都要空着',
    en: 'port {port} cannot be used ({code}); the hub was not started. Choose another with --port: it and the two after it must be free',
  },
  tls: {
    zh: '证书或私钥不能用（次序是 CERT KEY，PEM 文件）：{why}',
    en: 'certificate or key cannot be used (the order is CERT KEY, PEM files): {why}',
  },
  start: {
    zh: 'nats-server 没有启动：{why}',
    en: 'nats-server did not start: {why}',
  },
  died: {
    zh: 'nats-server 意外停止，重新启动',
    en: 'nats-server stopped by itself, and is started again',
  },
  full: {
    zh: '磁盘将满：中枢只供读取，不再收新的记录，各机照常记录、待交；腾出空间后自行恢复',
    en: 'the disk is nearly full: the hub is read from, and takes nothing new; every machine goes on and keeps what is to be given. It takes again by itself once there is room',
  },
  roomAgain: { zh: '磁盘有空间了，中枢恢复接收', en: 'the disk has room again, the hub takes again' },
  ended: {
    zh: 'nats-server 一再停止，中枢已停；原因见 {path}',
    en: 'nats-server stopped again and again; the hub was stopped. See {path}',
  },
  noPage: {
    zh: '{path}：没有页面（先运行 npm run build），只作交换用',
    en: '{path}: there is no page (npm run build), only the exchange is served',
  },
  at: {
    zh: '交换中枢：{hub}（页面） {commands}（命令行）',
    en: 'hub: {hub} (page) {commands} (command line)',
  },
  open: {
    zh: '开放的中枢：连得到的电脑都能读、能交。要凭票，请用 cordon ticket 做票，再重新启动',
    en: 'an open hub: whoever reaches it reads and gives. To ask for tickets make one with cordon ticket and start it again',
  },
  closed: { zh: '凭票的中枢：没有票的不让进', en: 'a hub with tickets: nobody without one is let in' },
  stops: { zh: 'Ctrl+C 停止', en: 'Ctrl+C stops' },
  exists: { zh: '{path}：已有这个文件，没有写', en: '{path} is there already, nothing was written' },
  ticket: {
    zh: '{path}：{unit} 设备 {device} 的票，职责 {role}，到 {until}。中枢下次启动后凭票进入；票里有密钥，只交给那台电脑',
    en: '{path}: a ticket for device {device} {unit}, role {role}, until {until}. From its next start the hub asks for tickets; it holds a secret, hand it to that computer only',
  },
  stopped: { zh: '中枢已停，数据都在', en: 'the hub was stopped, its data are there' },
} as const satisfies Readonly<Record<string, InBoth>>

export const said = (
  key: keyof typeof HUB_SAYS,
  language: Language,
  params: Readonly<Record<string, string | number>>,
): string => HUB_SAYS[key][language].replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''))
