import type { RulingKind, UnplacedRow } from '#geo'
import type { Locale } from '../../i18n/format'

/** Why a row could not be given to its ground or time, or was refused, in few words. */
export const WHY: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  zh: {
    'no-ground': '没有地点、分区和坐标',
    'unknown-place': '地点查不到',
    'unknown-zone': '分区查不到',
    'several-places': '同名地点不止一处',
    'several-zones': '同名分区不止一个',
    'position-at-zero': '坐标为 0/0，无地点',
    'position-outside': '坐标在区外 5 公里以上',
    'position-against-place': '坐标与地点不符',
    'partly-in-zone': '地点只有一部分在分区内',
    'zone-undrawn': '有分区没有画出范围，可能在其中',
    'no-time': '没有时间',
    'implausible-time': '时间不可信',
    'time-ahead': '时间晚于现在',
    'unknown-transition': '调整查不到',
    'no-decision': '审批没有结论',
    'signal-open': '阳性线索未了结',
    'order-unknown': '退回只有日期，当日先后不明',
  },
  en: {
    'no-ground': 'no place, zone or position',
    'unknown-place': 'place not known',
    'unknown-zone': 'zone not known',
    'several-places': 'several places of that name',
    'several-zones': 'several zones of that name',
    'position-at-zero': 'position 0/0 and no place',
    'position-outside': 'position over 5 km outside the district',
    'position-against-place': 'position and place disagree',
    'partly-in-zone': 'only part of the place is in a zone',
    'zone-undrawn': 'a zone has no ground on the map, and it may lie in it',
    'no-time': 'no time',
    'implausible-time': 'time not plausible',
    'time-ahead': 'time after now',
    'unknown-transition': 'transition not known',
    'no-decision': 'step without a decision',
    'signal-open': 'signal without an outcome',
    'order-unknown': 'declined on a day, nobody says before or after what',
  },
}

/** Why an import refused a row or a file: the most frequent causes; others are named by their code. */
export const REFUSED: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  zh: {
    missing: '必填项为空',
    'missing-time': '一个时间也没有',
    'missing-one-of': '必填的几项都为空',
    'missing-column': '缺少必需的列',
    'not-a-day': '日期读不出',
    'not-a-time': '时间读不出',
    'no-such-day': '日期不存在',
    'no-year': '日期没有年份',
    'hour-open': '时间说不准是当日还是次日',
    'day-number': '日期是表格序号',
    'ends-before-start': '结束早于开始',
    'not-a-count': '不是个数',
    'not-a-number': '不是数字',
    negative: '个数为负',
    'beyond-count': '个数大得不可能',
    'not-in-list': '取值不在可用范围',
    'duplicate-code': '编号重复',
    'wrong-number-of-columns': '列数与表头不符',
    'code-as-power': '编码被表格缩写',
    'code-beyond-exact': '编码位数过长，已不准',
    'locked-workbook': '表格加密',
    'broken-workbook': '表格打不开',
    'no-encoding': '文字编码认不出',
    'broken-quotes': '引号不成对',
    'personal-id': '编号像身份证号',
    'stays-overlap': '与同一分区的另一段重叠',
  },
  en: {
    missing: 'a required cell is empty',
    'missing-time': 'no time at all',
    'missing-one-of': 'all of several required cells are empty',
    'missing-column': 'a required column is missing',
    'not-a-day': 'a date cannot be read',
    'not-a-time': 'a time cannot be read',
    'no-such-day': 'a date does not exist',
    'no-year': 'a date has no year',
    'hour-open': 'a time may be of the day or of the next',
    'day-number': 'a date is a spreadsheet number',
    'ends-before-start': 'it ends before it starts',
    'not-a-count': 'a count cannot be read',
    'not-a-number': 'a number cannot be read',
    negative: 'a count is negative',
    'beyond-count': 'a count is impossibly large',
    'not-in-list': 'a value is not one of the list',
    'duplicate-code': 'its id comes twice',
    'wrong-number-of-columns': 'columns do not match the header',
    'code-as-power': 'a code was shortened by a spreadsheet',
    'code-beyond-exact': 'a code is too long to be exact',
    'locked-workbook': 'the workbook is encrypted',
    'broken-workbook': 'the workbook cannot be opened',
    'no-encoding': 'the encoding of its text cannot be told',
    'broken-quotes': 'quotation marks do not match',
    'personal-id': 'its id looks like an identity number',
    'stays-overlap': 'it overlaps another stay of the zone',
  },
}

const LIST_NAMES: Readonly<Record<Locale, Readonly<Record<UnplacedRow['list'], string>>>> = {
  zh: {
    ...{ cases: '病例', contacts: '密接', rounds: '核酸', facts: '情况', reports: '日报' },
    ...{ zones: '分区', transitions: '审批' },
  },
  en: {
    ...{ cases: 'Cases', contacts: 'Contacts', rounds: 'Rounds', facts: 'Facts', reports: 'Reports' },
    ...{ zones: 'Zones', transitions: 'Approvals' },
  },
}

/** A signal is kept among the steps that it may stop, and is none. */
const SIGNALS: Readonly<Record<Locale, string>> = { zh: '线索', en: 'Signals' }

/** What a row is of, as a person calls it. */
export const listName = ({ list, why }: Pick<UnplacedRow, 'list' | 'why'>, locale: Locale): string =>
  why === 'signal-open' ? SIGNALS[locale] : LIST_NAMES[locale][list]

export const RULINGS: Readonly<Record<Locale, Readonly<Record<RulingKind, string>>>> = {
  zh: {
    notInAnyZone: '不在任何分区',
    outsideDistrict: '区外',
    duplicateOf: '与他行重复',
    enteredByMistake: '录入有误',
  },
  en: {
    notInAnyZone: 'not in any zone',
    outsideDistrict: 'outside the district',
    duplicateOf: 'duplicate',
    enteredByMistake: 'entered by mistake',
  },
}
