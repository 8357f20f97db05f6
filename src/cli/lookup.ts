import {
  answersOf,
  calledInFull,
  type LookupAnswer,
  type LookupFrame,
  type LookupZone,
  lookUp,
  policiesOf,
  type Survey,
} from '#geo'
import { becameWords } from '../i18n/became-words'
import DESK_EN from '../i18n/en/desk'
import { formatAsOf } from '../i18n/format'
import DESK_ZH from '../i18n/zh/desk'
import { type Arguments, instantOption, requiredAsOf, WrongUse } from './arguments'
import type { Answer, Context } from './context'
import type { Language } from './language'
import { type TableCell, textTable } from './printed/text-table'
import { unplacedLines } from './printed/unplaced-lines'
import { zoneWords } from './printed/zone-words'
import { readPack, warnRefused } from './read-pack'

/** As the page says it of a place. */
const PLACE = { zh: DESK_ZH.place, en: DESK_EN.place } as const

const FRAMES: readonly LookupFrame[] = ['wgs84', 'gcj02', 'bd09']

const WORDS = {
  zh: {
    headers: ['行', '输入', '识别为', '分区', '级别', '划入', '距边界 m'],
    openHeaders: ['行', '输入', '结果', '可能是'],
    open: '待人工确认',
    noZone: '不在任何分区内',
    outside: '在本区之外',
    states: { partly: '部分在更严分区', unknown: '分区未知', ambiguous: '名称不唯一', unmatched: '未找到' },
    zero: '0, 0 不是坐标',
  },
  en: {
    headers: ['line', 'given', 'taken as', 'zone', 'level', 'since', 'to the edge m'],
    openHeaders: ['line', 'given', 'result', 'may be'],
    open: 'To be settled by hand',
    noZone: 'in no zone',
    outside: 'outside the district',
    states: {
      partly: 'partly in a stricter zone',
      unknown: 'zone not known',
      ambiguous: 'several places',
      unmatched: 'not found',
    },
    zero: '0, 0 is no position',
  },
}

/** `cordon lookup PACK --as-of T < LINES`: in which zone each line lies, and what a person has to settle. */
export async function lookupLines(args: Arguments, { language, warn, input }: Context): Promise<Answer> {
  const frame = frameOption(args)
  const pack = await readPack(args.path, language)
  const asOf = requiredAsOf(args, pack.timezone)
  const known = instantOption(args, 'known', pack.timezone)
  warnRefused(pack, language, warn)
  const facts = pack.factsKnown(known)
  const { assess, survey } = answersOf(facts, { asOf, known })
  const printed = new Map(survey.zones.map(({ id, code }) => [id, [code.zh, code.en]]))
  const decisive = new Map(survey.zones.map(({ id, decisive: rule }) => [id, rule]))
  const question = { asOf, policyOf: policiesOf(facts), frame, printed, decisive }
  const lines = lookUp(facts, question, (await input()).split(/\r?\n/))
  const document = {
    schema: 'cordon-lookup/1',
    ...{ asOf: assess.asOf, known: assess.known, frame, lines, total: totalOf(lines) },
    ...{ unplaced: assess.unplaced ?? [], sources: assess.sources ?? [] },
  }
  const unplaced = unplacedLines(assess.unplaced ?? [], () => assess.zones, language)
  const text = [...textOf(lines, survey, language), ...unplaced]
  return { document, text: text.join('\n\n') }
}

/** The frame of coordinates among the lines. Throws `WrongUse`. */
function frameOption(args: Arguments): LookupFrame {
  const seen = args.options.frame ?? 'wgs84'
  const frame = FRAMES.find((one) => one === seen)
  if (!frame) throw new WrongUse(`--frame ${seen}: ${FRAMES.join(', ')} are known`)
  return frame
}

/** With what it lies in where the name alone does not tell it, and what became of it where it is no place any more. */
function placeText({ became, ...answer }: LookupAnswer, language: Language): string | null {
  const whole = calledInFull(answer)
  if (!became) return whole
  return language === 'zh'
    ? `${whole}（${becameWords(became, 'zh')}）`
    : `${whole} (${becameWords(became, 'en')})`
}

function totalOf(lines: readonly LookupAnswer[]) {
  const matched = lines.filter(({ state }) => state === 'matched')
  return {
    lines: lines.length,
    matched: matched.length,
    inZone: matched.filter(({ zone }) => zone !== null).length,
    open: lines.length - matched.length,
  }
}

function textOf(lines: readonly LookupAnswer[], survey: Survey, language: Language): string[] {
  const words = WORDS[language]
  const levels = new Map(survey.levels.map((level) => [level.level, level[language]]))
  const zoneText = ({ unknown, ...one }: LookupZone): string => {
    if (unknown) return PLACE[language][unknown]
    return one.zone === null ? words.noZone : zoneWords({ ...one, zone: one.zone }, survey, language)
  }
  const known = lines.filter(({ state }) => state === 'matched')
  const open = lines.filter(({ state }) => state !== 'matched')
  const rows = known.map((one): TableCell[] => [
    ...[one.line, one.text, placeText(one, language) ?? (one.inDistrict === false ? words.outside : null)],
    ...[zoneText(one), one.level === null ? null : (levels.get(one.level) ?? one.level)],
    one.since === null ? null : formatAsOf(one.since, language),
    one.edgeM === null ? null : Math.round(one.edgeM),
  ])
  const openRows = open.map((one): TableCell[] => [
    ...[one.line, one.text, one.isZero ? words.zero : words.states[one.state as keyof typeof words.states]],
    [
      ...one.zones.map(zoneText),
      ...one.candidates.map(({ name, within }) => [name, ...within.slice(0, 1)].join(' · ')),
      ...(one.moreCandidates > 0 ? [`… ${one.moreCandidates}`] : []),
    ].join(' / ') || null,
  ])
  return [
    ...(rows.length > 0 ? [textTable(words.headers, rows)] : []),
    ...(open.length > 0 ? [`${words.open}\n${textTable(words.openHeaders, openRows)}`] : []),
  ]
}
