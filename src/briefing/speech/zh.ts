import type { ConditionAnswer } from '#geo'
import { formatCount, formatShortDay } from '../../i18n/format'
import { formatHour } from '../../i18n/format-short'
import { formatSpan } from '../../i18n/spans'
import { wordsBy } from '../../records/words'
import type { Movement, Speech } from './speech'

const VERB: Record<Movement, string> = { lower: '降级', lift: '解封', change: '调整' }

function figure(condition: ConditionAnswer, name: string): string | null {
  const value = condition.figures[name]
  if (typeof value === 'number') return formatCount(value)
  return value ?? null
}

/** Short nouns of the facts that people state (RULES.md), for places where a whole sentence has no room. */
const STATED: Record<string, string> = {
  allContactsControlled: '密接转运情况',
  contactsNegative: '密接核酸结果',
  allPcrNegative: '区内核酸结果',
  yellowCodesNegative: '黄码核酸结果',
  environmentNegative: '环境采样结果',
  anyEnvironmentPositive: '环境采样结果',
  disinfectionPassed: '终末消毒记录',
  terminalDisinfection: '终末消毒记录',
  measuresInPlace: '管控措施落实时间',
  preliminaryCleaning: '初步清洗消毒记录',
  culling: '扑杀记录',
  positivePoint: '新的阳性点位',
  visitsFavourable: '走访结果',
  riskAssessed: '风险评估结果',
  noPendingSamples: '待出结果的样本',
}

/** The noun of a fact that people state; null for one that has none. */
export const statedZh = (fact: string): string | null => STATED[fact] ?? null

const stated = (condition: ConditionAnswer): string => STATED[String(condition.figures.flag)] ?? condition.zh

/** What a list is called where it is said that it does not speak. */
const LISTS: Readonly<Record<string, string>> = wordsBy('zh', 'awaited')

/** Names of all lists on which it hangs, where there are more than the one that is said; empty where there are none. */
const listsOf = ({ figures }: ConditionAnswer): string[] =>
  String(figures.lists ?? '')
    .split(' ')
    .filter(Boolean)
    .map((list) => LISTS[list] ?? list)

const listOf = ({ figures }: ConditionAnswer): string => LISTS[String(figures.list)] ?? '台账'

/** 万金镇病例台账未收到 */
const listMissing = (condition: ConditionAnswer): string =>
  `${condition.figures.lacks ?? ''}${listOf(condition)}未收到`

/** 病例台账截至 7月9日 17时，已 31 小时 */
const listOver = (condition: ConditionAnswer): string => {
  const { listUntil, silentHours } = condition.figures
  if (typeof listUntil !== 'string') return `${listOf(condition)}未填截至时间`
  const hours = typeof silentHours === 'number' ? `，已 ${formatSpan(silentHours * HOUR, 'zh')}` : ''
  return `${listOf(condition)}截至 ${formatHour(listUntil, 'zh')}${hours}`
}

const HOUR = 3_600_000

/** What becomes of a zone that must become stricter. */
const RAISE: Record<string, string> = { upgrade: '转为', split: '涉及单元划为', extend: '延长' }

type Saying = (condition: ConditionAnswer, codeOf: (zone: string) => string) => string

/** People still to sample in the round under way, where it counts them; else what is wrong with the rounds. */
const unsampled =
  (otherwise: string): Saying =>
  (condition) => {
    const missing = condition.figures.missing
    return typeof missing === 'number' && missing > 0 ? `${formatCount(missing)} 人未采样` : otherwise
  }

const zonesInside = (condition: ConditionAnswer): string[] =>
  String(condition.figures.zones ?? '')
    .split(' ')
    .filter(Boolean)

const zonesUnread = (condition: ConditionAnswer): string =>
  String(condition.figures.unread ?? '')
    .split(' ')
    .join('、')

/** The rows that could not be read; row 0 is the file as a whole. */
const rowsUnread = ({ evidence }: ConditionAnswer): string => {
  const named = evidence.slice(0, 3).map(({ file, row }) => (row === 0 ? file : `${file}:${row}`))
  return named.join('、') + (evidence.length > 3 ? ` 等 ${evidence.length} 行` : '')
}

const isOfSignals = ({ evidence }: ConditionAnswer): boolean =>
  evidence.every(({ value }) => value === 'signal-open')

const isMistyped = ({ evidence }: ConditionAnswer): boolean =>
  evidence.every(({ value }) => value === 'implausible-time')

const REASONS: Record<string, Saying> = {
  'days-left': (condition) => {
    const [have, of] = [figure(condition, 'have'), figure(condition, 'of') ?? figure(condition, 'n')]
    if (have !== null && of !== null) return `第 ${have}/${of} 天`
    return condition.at ? `${formatShortDay(condition.at, 'zh')} 满期` : '天数未到'
  },
  'round-incomplete': unsampled('核酸未采齐'),
  'round-pending': () => '核酸结果未出齐',
  'round-running': unsampled('核酸正在进行'),
  'round-positive': () => '核酸有阳性',
  'round-lapsed': unsampled('核酸已过有效期'),
  'round-too-early': unsampled('核酸轮次过早'),
  'rounds-too-few': (condition) => `核酸轮次不足 ${figure(condition, 'min') ?? ''}`.trim(),
  'no-round': unsampled('没有核酸轮次'),
  'coverage-unknown': () => '应检人数未知',
  'result-unknown': () => '核酸结果未报',
  'not-stated': (condition) => `${stated(condition)}未报`,
  'not-a-flag': (condition) => `${stated(condition)}填写不明`,
  'stated-false': (condition) =>
    condition.figures.flag === 'allContactsControlled' ? '密接未转运完' : `${stated(condition)}未达到`,
  'flag-lapsed': (condition) => `${stated(condition)}已过有效期`,
  'flag-older': (condition) => `${stated(condition)}早于其后情况`,
  'flag-against-list': (condition) => `${stated(condition)}与名单不符`,
  'flag-twice': (condition) => `${stated(condition)}前后矛盾`,
  'list-unknown': (condition) => `${listsOf(condition).join('、') || '数据'}未接入`,
  unplaced: (condition) => `${condition.zh}：有未落位，未知`,
  'list-elsewhere': listMissing,
  'list-ended': listOver,
  'each-lacking': (condition) => `尚有 ${figure(condition, 'missing') ?? '—'} 处未完成`,
  'no-event': (condition) => `${condition.zh}：没有起算日`,
  'raise-due': (condition) => condition.zh,
  'reporters-unknown': () => '日报已收到，应报单位或截止时间没有填全',
  'posts-unknown': () => '没有卡点名单，是否值守未知',
  'line-unknown': () => '范围未画，出入口未知',
  'ends-at-line': (condition) => `${figure(condition, 'ends') ?? '—'} 处道路断在线上`,
  'along-the-line': (condition) => `道路沿线通行 ${figure(condition, 'have') ?? '—'} 处`,
  'level-unknown': (condition) => `${zonesUnread(condition)} 级别不明`,
  'zone-row-unread': (condition) =>
    `分区清单有${isMistyped(condition) ? '时间不可信' : '读不出'}的行（${rowsUnread(condition)}）`,
  'step-row-unread': (condition) =>
    `${isOfSignals(condition) ? '阳性线索未了结' : '审批记录有读不出的行'}（${rowsUnread(condition)}）`,
  'signal-open': (condition) => {
    const people = figure(condition, 'people')
    const count = `阳性线索 ${figure(condition, 'have') ?? '—'} 条待复核`
    return people === null ? count : `${count}（${people} 人）`
  },
  'implausible-time': (condition) => `划定时间不可信（${rowsUnread(condition)}）`,
  'zones-remain': (condition) => `还有 ${figure(condition, 'have') ?? '—'} 个更严分区`,
  'stricter-inside': (condition, codeOf) => {
    const codes = zonesInside(condition).map(codeOf)
    return codes.length > 0 && codes.length <= 2
      ? `待${codes.join('、')}先降级`
      : `区内 ${figure(condition, 'have') ?? '—'} 个更严分区未降级`
  },
}

const sampling = (condition: ConditionAnswer): string => {
  const missing = condition.figures.missing
  return typeof missing === 'number' && missing > 0 ? `补采 ${formatCount(missing)} 人` : '再做一轮核酸'
}

const TO_DO: Record<string, (condition: ConditionAnswer) => string> = {
  'round-incomplete': sampling,
  'round-running': sampling,
  'round-lapsed': sampling,
  'round-too-early': sampling,
  'rounds-too-few': sampling,
  'no-round': sampling,
  'round-positive': () => '复核阳性并再做一轮核酸',
  'round-pending': () => '出齐核酸结果',
  'coverage-unknown': () => '报应检人数',
  'result-unknown': () => '报核酸结果',
  'not-stated': (condition) => `报${stated(condition)}`,
  'not-a-flag': (condition) => `重报${stated(condition)}`,
  'flag-lapsed': (condition) => `重报${stated(condition)}`,
  'flag-older': (condition) => `重报${stated(condition)}`,
  'flag-against-list': (condition) => `核对${stated(condition)}与名单`,
  'flag-twice': (condition) => `更正${stated(condition)}`,
  'stated-false': (condition) =>
    condition.figures.flag === 'allContactsControlled' ? '转运完密接' : `完成${stated(condition)}`,
  'level-unknown': (condition) => `写明 ${zonesUnread(condition)} 的级别`,
  'zone-row-unread': (condition) => `改正 ${rowsUnread(condition)}`,
  'step-row-unread': (condition) => `${isOfSignals(condition) ? '了结' : '改正'} ${rowsUnread(condition)}`,
  'implausible-time': (condition) => `更正 ${rowsUnread(condition)} 的时间`,
  'signal-open': () => '复核阳性线索',
  'raise-due': () => '处置已满足的从严条件',
  'list-unknown': (condition) => `接入${listsOf(condition).join('、') || '数据'}`,
  'list-elsewhere': (condition) => `补报${condition.figures.lacks ?? ''}${listOf(condition)}`,
  'list-ended': (condition) => `更新${listOf(condition)}`,
  unplaced: () => '落位',
}

/** What is wrong besides: with a positive round, and which other lists are silent. */
function besides(condition: ConditionAnswer): string[] {
  const also = REASONS[String(condition.figures.also)]
  const others = condition.reason === 'list-unknown' ? [] : listsOf(condition).slice(1)
  return [
    ...(also ? [also({ ...condition, figures: {} }, (zone) => zone)] : []),
    ...(others.length > 0 ? [`${others.join('、')}亦然`] : []),
  ]
}

function reason(condition: ConditionAnswer, codeOf = (zone: string): string => zone): string {
  const say = condition.reason === null ? undefined : REASONS[condition.reason]
  if (say) return [say(condition, codeOf), ...besides(condition)].join('，')
  return condition.state === 'unknown' ? `${condition.zh}：未知` : `${condition.zh}：未满足`
}

export const zh: Speech = {
  toRaise: (count) => `${formatCount(count)} 区应升级`,
  raise: (kind, level) => `${RAISE[kind] ?? '转为'}${level}`,
  mustRaise: (zones, kind, level) => {
    const named = /[）。]$/.test(zones) ? zones : `${zones} `
    return kind === 'split' ? `${named}涉及单元应划为${level}` : `${named}应${RAISE[kind] ?? '转为'}${level}`
  },
  approved: (count, at, movement) => `${formatCount(count)} 区已批准${at ? at : ''}${VERB[movement]}`,
  suspended: (count) => `${formatCount(count)} 区因阳性线索暂停`,
  toApprove: (count) => `${formatCount(count)} 区待审批`,
  toAssess: (count) => `${formatCount(count)} 区待评估`,
  met: (count) => `${formatCount(count)} 区条件已满足`,
  overdueUnmet: (count) => `${formatCount(count)} 区到期未满足`,
  unknownZones: (count, all) => `${formatCount(all)} 区中 ${formatCount(count)} 区条件未知，暂不能判定`,
  nothingDue: (next) => (next ? `今日没有分区到期，最早 ${next}` : '今日没有分区到期'),
  noRules: (count) => `未选用规则，${formatCount(count)} 区未作判定`,
  comma: '，',
  casesInAll: (count, survey) => `累计 ${formatCount(count)} ${survey.subject.unit}`,
  zoneLacks: (code, why) => (/^\d/.test(why) ? `${code} 尚有 ${why}` : `${code} ${why}`),
  zonesLack: (count, reason) => `${formatCount(count)} 区${reason}`,
  unguarded: (count, all) =>
    `${formatCount(count)} 处出入口${count === all && count > 1 ? '全部' : ''}无卡点`,
  silent: (count) => `${formatCount(count)} 个村（社区）今日未报`,
  movesTo: (level, into) => (into ? `降为${level}，并入${into}` : `降为${level}`),
  lifted: (level) => `解封，转${level}`,
  dayOf: (have, of) => `第 ${have}/${of} 天`,
  reason,
  semicolon: '；',
  earliest: (date) => (/^\d/.test(date) ? `最早 ${date}` : `最早${date}`),
  daysFrom: (zones) => `${zones} 的天数自它起算`,
  withUnknown: (word, count) => `${word}，${formatCount(count)} 项未知`,
  daysLeft: (count) => `余 ${count} 天`,
  unplaced: (count, zones) =>
    zones === null ? `${count}未落位` : `${count}未落位，挂起 ${formatCount(zones)} 区`,
  placeFirst: (at) => `${at} 的降级须先落位`,
  notBeforePlaced: {
    order: '落位前不执行',
    approval: '落位前不能批准',
    move: '落位前不能调整',
    short: '先落位',
  },
  since: (at) => `自 ${at}`,
  sinceUnplaced: (row) => `自未落位的 ${row}${row.endsWith('）') ? '' : ' '}起算`,
  approvedWithout: (unmet, unknown) =>
    [unmet > 0 && `此刻 ${unmet} 项条件不满足`, unknown > 0 && `${unmet > 0 ? '' : '此刻 '}${unknown} 项未知`]
      .filter(Boolean)
      .join('、'),
  approvedOpen: (count) => `其中 ${formatCount(count)} 区此刻条件未满足`,
  metSince: (at) => `条件自 ${at} 起已满足`,
  toDo: (condition) => (TO_DO[condition.reason ?? ''] ?? ((one: ConditionAnswer) => one.zh))(condition),
  ifDone: (acts, { at, once, decides }) =>
    [
      acts.length ? `${acts.join('、')}${once ? '' : '后'}，` : '',
      once ?? `最早 ${at}`,
      decides ? `（取决于：${decides}）` : '',
    ].join(''),
  approvalUntilPlaced: (at) => `落位前不执行（原批准 ${at} 生效）`,
  approvalAtRisk: (at) => `批准后条件有变（原批准 ${at} 生效）`,
  cameDown: (zone, from) => `由${from}降级 ${formatCount(zone.cases)} 例`,
}
