import type { Comparison } from '../policy/policy'
import type { Dictionary } from './dictionary'
import { ZH_NAMES } from './zh-names'

const list = (words: readonly string[]): string => words.join('、')
const but = (minus: readonly string[]): string => (minus.length > 0 ? `（${list(minus)}除外）` : '')
const by = (actor: string | null): string => (actor ? `（${actor}）` : '')

function compared({ gt, gte, lt, lte, eq }: Comparison): string {
  const parts = [
    gt !== undefined && `大于 ${gt}`,
    gte !== undefined && `不小于 ${gte}`,
    lt !== undefined && `小于 ${lt}`,
    lte !== undefined && `不大于 ${lte}`,
    eq !== undefined && `等于 ${eq}`,
  ]
  return parts.filter(Boolean).join('且')
}

/** How a policy is read in Chinese. */
export const ZH: Dictionary = {
  language: 'zh',
  between: '；',
  blocks: {
    head: '基本信息',
    counting: '天数怎样计算',
    subject: '统计对象',
    levels: '级别、划定与措施',
    initial: '首次定级',
    classes: '定级标准',
    transitions: '调整及其条件',
    schedules: '检测安排',
    approvals: '审批程序',
    deadlines: '时限',
    migration: '与前一版的衔接',
    unverified: '未经核实之处',
    sources: '来源',
  },
  names: ZH_NAMES,
  list,
  either: (words) => words.join('或'),
  together: (words) => `（${words}）`,
  quoted: (word) => `“${word}”`,
  report: (subject) => `${subject}报告`,
  metres: (count) => (count % 1000 === 0 ? `${count / 1000} 公里` : `${count} 米`),
  compared,
  clock: {
    last: (event) => `最近一次${event}`,
    first: (event) => `首次${event}`,
    but: (words) => `（不计${list(words)}）`,
    only: (words) => (words.length > 0 ? `（只计${list(words)}）` : '（一概不计）'),
    each: (last, every) => `${last}（每次${every}之后都须有）`,
    later: (clocks) => `${list(clocks)}中最晚者`,
    earlier: (clocks) => `${list(clocks)}中最早者`,
    chosen: ({ condition, anchor, otherwise }) => `${anchor}（若${condition}）或${otherwise}（若否）`,
  },
  condition: {
    days: ({ n, clock, full, ifMissing }) =>
      `自${clock}起满 ${n} ${full ? '个整天（首日不计）' : '天'}${ifMissing ? '；名册齐全而从未发生的，视为满足' : ''}`,
    never: (events) => `没有${list(events)}的记录`,
    count: ({ event, within, compared: limit, none, filter }) =>
      none ? `近 ${within} 天内没有${event}${filter}` : `近 ${within} 天内${event}${filter}的次数${limit}`,
    rounds: (parts) =>
      [
        parts.since && parts.fromDay === null && `自${parts.since}以来，`,
        parts.fromDay !== null &&
          `第 ${parts.fromDay} 天或其后${parts.since ? `（自${parts.since}算起）` : ''}，`,
        parts.withinDays !== null && `解除前 ${parts.withinDays} 天内，`,
        parts.withinHours !== null && `解除前 ${parts.withinHours} 小时内，`,
        `完成${parts.consecutive ? '连续' : ''} ${parts.min} 轮`,
        parts.coverage === 1
          ? '全员'
          : parts.coverage !== null && `覆盖率不低于 ${Math.round(parts.coverage * 1000) / 10}% 的`,
        '核酸，均为阴性',
      ]
        .filter(Boolean)
        .join(''),
    metric: ({ name, compared: limit, days }) => `${name}${limit}${days ? `，连续 ${days} 天` : ''}`,
    surveys: ({ method, figure, compared: limit, min, apart, valid }) =>
      `${method ?? '监测'}连续 ${min} 次${{ value: '', positive: '阳性数', share: '阳性率（%）' }[figure]}${limit}` +
      `${apart === null ? '' : `，每次相隔至少 ${apart} 天`}，末次不超过 ${valid} 天`,
    zones: ({ within, levels, compared: limit, none }) =>
      none ? `同一${within}内已没有${list(levels)}` : `同一${within}内${list(levels)}的个数${limit}`,
    flag: (name, hours) => `${name}${hours === null ? '' : `（${hours} 小时内申明）`}`,
    not: (sentence) => `并非：${sentence}`,
    any: '以下任一项成立：',
    all: '以下各项同时成立：',
    none: '无须其他条件',
  },
  delimit: {
    unit: ({ of, unit, lookback, min }) =>
      `${list(of)}所在的${unit}${lookback === null ? '' : `（回溯 ${lookback} 天）`}${min === null ? '' : `，至少 ${min} 例`}`,
    buffer: ({ of, radius, minus }) => `${of}外 ${radius}以内${but(minus)}`,
    ring: (unit, minus) => `所在${unit}的其余部分${but(minus)}`,
    adjacent: (to, unit) => `与${to}相邻的${unit}`,
    remainder: (within, minus) => `全${within}的其余部分${but(minus)}`,
    manual: '由人划定，文本没有给出算法',
    when: (condition) => `，前提：${condition}`,
    edge: (of) => `${of}边缘`,
    level: (name) => name,
  },
  move: {
    moves: ({ from, to, kind }) => `${list(from)} → ${to}（${kind}）`,
    on: (event) => `划定之后区内有${event}，随即发生`,
    same: (title) => `条件与“${title}”相同`,
    came: (levels) =>
      `仅限${levels.map((one) => (one === null ? '直接划定的' : `由${one}转来的`)).join('、')}`,
    inLevel: (days) => `在本级别满 ${days} 天`,
    restarts: (events) => `重新起算：${list(events)}`,
    raised: (event, to) => `${event}则转为${to}`,
    noWayOut: ({ edition, level, from }) =>
      `“${edition}”的文本没有写明${from === null ? '' : `由${from}转来的`}${level}如何解除，须由人决定`,
    approval: (steps) => `须经：${steps.join(' → ')}`,
    tail: (title) => `“${title}”之后的管理期`,
    units: '只涉及有关单元，可拆分',
    anew: '视为重新划定，天数从头起算',
    optional: '由人决定，不会自行发生',
    despite: '区内尚有更严的分区时也可进行',
    byItself: '不设审批程序',
  },
  level: {
    rank: (rank) => `严格程度 ${rank}`,
    lowest: '最低一级',
    term: (hours) =>
      `最长 ${hours >= 48 && hours % 24 === 0 ? `${hours / 24} 天` : `${hours} 小时`}；到期不会自行变动`,
    prefix: (zh, en) => `编号前缀：${zh} / ${en}`,
  },
  test: {
    pcr: (days) => `核酸：第 ${list(days.map(String))} 天`,
    antigen: (days) => `抗原：第 ${list(days.map(String))} 天`,
    final: (hours) => `解除前 ${hours} 小时内再做一轮`,
    temperature: (times) => `每日测体温 ${times} 次`,
    dayOne: (nextDay) =>
      nextDay ? '“第 1 天”是起算日的次日' : '“第 1 天”就是起算日当天，第 n 天 = 起算日 + n − 1',
  },
  step: {
    step: ({ number, name, actor, hours }) =>
      `${number}. ${name}${by(actor)}${hours === null ? '' : `，${hours} 小时内`}`,
    filing: ({ number, name, actor }) => `${number}. ${name}${by(actor)}：备案，不等待`,
  },
  head: {
    about: ({ disease, jurisdiction }) => `${disease}，适用地区 ${jurisdiction}`,
    valid: (from, to) => (to === null ? `自 ${from} 起施行` : `${from} 起施行，${to} 停止执行`),
    extends: (name) => `以“${name}”为基础改订；以下是合并后的全文`,
    elapsed: (full) =>
      full
        ? 'n 天 = n 个整天，起算日不计，到末日 24:00（次日 00:00）为止'
        : 'n 天 = 起算日之后第 n 天的同一时刻',
    zone: (tz) => `按 ${tz} 时间计日`,
    stricter: '分区重叠处从严',
    units: (standard, allowed) => `一般以${standard}为单位；可用：${list(allowed)}`,
    subject: (name, unit) => (name === unit ? `统计${name}` : `统计${name}，以“${unit}”计`),
    community: (ways) => `计为社会面的发现方式：${list(ways)}`,
    firstRule: '自上而下，最先成立的一条定级；所依数字不知道的，级别就是“未知”',
    lowest: (level) => `以上都不成立的，为${level}`,
    stays: (level) => `定为${level}之后，满足下项才下调一级：`,
    clusters: (sizes) =>
      `聚集性疫情：${list(sizes.map(({ from, cases }) => `自 ${from} 起 ${cases} 例以上`))}`,
    steady: (days) => `下调须连续超过 ${days} 天都达到较低级别；上调即时`,
    deadline: ({ name, from, done, hours }) =>
      `${name}：自${from}起 ${hours} 小时内${done}；超时只提示，不影响调整`,
    migrates: ({ from, levels, keeps, grace }) =>
      `由“${from}”转来：${levels.join('，')}；${keeps ? '天数接续计算' : '天数从头起算'}${grace === null ? '' : `；过渡期 ${grace} 天`}`,
    source: ({ topic, grade, reference }) => `${topic}${grade === null ? '' : `（${grade}）`}：${reference}`,
  },
}
