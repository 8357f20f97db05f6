import { type AssessAnswer, answersOf, type Survey, type TransitionAnswer, type When } from '#geo'
import { unplacedStart } from '../briefing/deciding-rows'
import { ofLowering, raiseRows } from '../briefing/raising'
import { rulesEnded, rulesNote } from '../briefing/rules-note'
import { conditionReason } from '../briefing/sentences'
import { SPEECH } from '../briefing/speech/speeches'
import { zoneDate, zoneWord } from '../briefing/zone-date'
import { semicolon } from '../i18n/between'
import { formatAsOf, formatFullAsOf } from '../i18n/format'
import { formatShortMoment } from '../i18n/format-short'
import { transitionWord } from '../i18n/transition-words'
import { type Arguments, instantOption, requiredAsOf } from './arguments'
import type { Answer, Context } from './context'
import type { Language } from './language'
import { type LevelWords, levelWords } from './printed/level-words'
import { outsideText } from './printed/outside-line'
import { textTable } from './printed/text-table'
import { unplacedLines } from './printed/unplaced-lines'
import { zonesUnknownText } from './printed/zones-unknown-line'
import { NoAnswer, readPack, warnRefused } from './read-pack'

const HEADERS = {
  zh: ['编号', '名称', '级别', '自', '调整', '状态', '最早', '还缺'],
  en: ['id', 'name', 'level', 'since', 'transition', 'state', 'earliest', 'open'],
}
const STATES = {
  zh: {
    blocked: transitionWord('unmet', 'zh'),
    unknown: `${transitionWord('unmet', 'zh')}（有未知项）`,
    due: transitionWord('met', 'zh'),
    approval: '审批中',
  },
  en: {
    blocked: transitionWord('unmet', 'en'),
    unknown: `${transitionWord('unmet', 'en')} (something unknown)`,
    due: transitionWord('met', 'en'),
    approval: 'Being approved',
  },
}

/** `cordon assess PACK --as-of T`: may each zone move, what is missing, what is the earliest day? */
export async function assessPack(args: Arguments, { language, warn }: Context): Promise<Answer> {
  const pack = await readPack(args.path, language)
  const asOf = requiredAsOf(args, pack.timezone)
  const known = instantOption(args, 'known', pack.timezone)
  warnRefused(pack, language, warn)
  try {
    const facts = pack.factsKnown(known)
    const { assess: answer, survey } = answersOf(facts, {
      asOf,
      known,
      policy: args.options.policy ?? null,
    })
    return {
      document: answer,
      text: textOf(answer, survey, {
        language,
        unknownZones: zonesUnknownText(facts, asOf, language),
        words: levelWords(facts, args.options.policy ?? null, language),
      }),
    }
  } catch (fault) {
    throw fault instanceof RangeError ? new NoAnswer(fault.message) : fault
  }
}

/** What must make the zone stricter stands with that word, the lowering that decides with the word and the date of the zone's row on every screen; others with their own. */
function standingOf(
  transition: TransitionAnswer,
  { survey, id, language }: { readonly survey: Survey; readonly id: string; readonly language: Language },
): readonly [state: string, date: string] {
  const known = survey.zones.find((one) => one.id === id)
  if (known?.raises?.some((raise) => raise.transition === transition.id))
    return [transitionWord('toRaise', language), zoneDate(known, survey, language).date]
  const zone = known?.decisive === transition.id ? ofLowering(known) : null
  if (!zone) return [STATES[language][transition.state], formatShortMoment(transition.eligibleAt, language)]
  const { date, left } = zoneDate(zone, survey, language)
  return [zoneWord(zone, language), [date, left].filter(Boolean).join(' ')]
}

interface Telling {
  readonly language: Language
  readonly unknownZones?: string | null
  readonly words: LevelWords
}

function textOf(answer: AssessAnswer, survey: Survey, { language, words, unknownZones }: Telling): string {
  const ended = rulesEnded(survey, language) ?? (answer.policy ? rulesNote(survey, language) : null)
  const rows = answer.zones.flatMap((zone) => {
    const first = [zone.id, nameBeside(zone), words.level(zone.level), formatAsOf(zone.since, language)]
    if (zone.transitions.length === 0) return [[...first, null, null, null, null]]
    return raisesFirst(zone, survey).map((transition, i) => [
      ...(i === 0 ? first : ['', '', '', '']),
      words.change(zone.id, transition),
      ...standingOf(transition, { survey, id: zone.id, language }),
      openOf(transition, { survey, id: zone.id, language }),
    ])
  })
  return [
    [formatFullAsOf(answer.asOf, language), answer.policy ?? rulesNote(survey, language) ?? '—'].join('  '),
    ...(ended === null ? [] : [ended]),
    ...(rows.length > 0 || !unknownZones ? [textTable(HEADERS[language], rows)] : []),
    ...(unknownZones ? [unknownZones] : []),
    ...notesOf(answer, { language, words }),
    ...[outsideText(answer.outside, language)].filter(Boolean),
    ...unplacedLines(answer.unplaced ?? [], () => answer.zones, language),
  ].join('\n\n')
}

/** Its name where that says more than its id. */
export const nameBeside = ({ id, name }: { readonly id: string; readonly name: string }): string =>
  name === id ? '' : name

const NOTES = {
  zh: {
    held: ['编号', '调整', '国家规则日', '本地规则日', '多管天数'],
    term: ['编号', '级别', '期限至'],
    limit: ['编号', '时限', '对象', '应于', '状态'],
    unmapped: ['编号', '级别', '原规则（所问规则无此级别）'],
    noWayOut: ['编号', '级别', '说明'],
    unclassified: ['辖区种类', '个数（本规则不定级）'],
    states: { running: '进行中', over: '超时' } as Record<string, string>,
  },
  en: {
    held: ['id', 'transition', 'national', 'local', 'days longer'],
    term: ['id', 'level', 'term ends'],
    limit: ['id', 'limit', 'about', 'due', 'state'],
    unmapped: ['id', 'level', 'of policy (the one asked for has no such level)'],
    noWayOut: ['id', 'level', 'note'],
    unclassified: ['kind of place', 'places (no level by these rules)'],
    states: { running: 'running', over: 'over' } as Record<string, string>,
  },
}

/** Zones held longer, terms, open time limits and levels that nothing carries over: each a table where it has a row. */
function notesOf(
  { zones, heldLonger = [], unclassified = [] }: AssessAnswer,
  { language, words: called }: Telling,
): string[] {
  const words = NOTES[language]
  const moment = (when: When | null | undefined): string => formatShortMoment(when ?? null, language)
  const changeOf = ({ zone, transition }: { readonly zone: string; readonly transition: string }): string => {
    const change = zones.find(({ id }) => id === zone)?.transitions.find(({ id }) => id === transition)
    return change ? called.change(zone, change) : transition
  }
  const held = heldLonger.map((one) => [
    ...[one.zone, changeOf(one), moment(one.nationalAt), moment(one.localAt)],
    one.days,
  ])
  const terms = zones
    .filter((one) => one.expiresAt)
    .map((one) => [one.id, called.level(one.level), moment(one.expiresAt)])
  const limits = zones.flatMap((zone) =>
    (zone.deadlines ?? [])
      .filter(({ state }) => state in words.states)
      .map((one) => [zone.id, one[language], one.about, moment(one.dueAt), words.states[one.state]!]),
  )
  const unmapped = zones.flatMap(({ id, unmapped: one }) => (one ? [[id, one.level, one.policy]] : []))
  const silent = zones.flatMap(({ id, level, noWayOut: one }) =>
    one ? [[id, called.level(level), one[language]]] : [],
  )
  const others = unclassified.map(({ kind, places }) => [kind, places])
  return [
    ...(held.length > 0 ? [textTable(words.held, held)] : []),
    ...(terms.length > 0 ? [textTable(words.term, terms)] : []),
    ...(limits.length > 0 ? [textTable(words.limit, limits)] : []),
    ...(unmapped.length > 0 ? [textTable(words.unmapped, unmapped)] : []),
    ...(silent.length > 0 ? [textTable(words.noWayOut, silent)] : []),
    ...(others.length > 0 ? [textTable(words.unclassified, others)] : []),
  ]
}

/** What makes the zone stricter before all else. */
function raisesFirst({ id, transitions }: AssessAnswer['zones'][number], { zones }: Survey) {
  const due = new Set(zones.find((zone) => zone.id === id)?.raises?.map(({ transition }) => transition))
  return [...transitions.filter((one) => due.has(one.id)), ...transitions.filter((one) => !due.has(one.id))]
}

/** What is open; of what must make the zone stricter the rows by which it is due. */
function openOf(
  { id, conditions }: TransitionAnswer,
  {
    survey,
    id: zone,
    language,
  }: { readonly survey: Survey; readonly id: string; readonly language: Language },
): string {
  const raise = survey.zones
    .find((one) => one.id === zone)
    ?.raises?.find(({ transition }) => transition === id)
  if (raise) return raiseRows(raise, language)
  const open = conditions.filter(({ state }) => state !== 'met')
  return open
    .map((condition) => {
      const start = unplacedStart(condition, language)
      if (start !== null)
        return inBrackets(condition[language], SPEECH[language].sinceUnplaced(start), language)
      if (condition.state !== 'unknown') return condition[language]
      const reason = conditionReason(condition, language)
      return language === 'zh' ? `${condition.zh}？（${reason}）` : `${condition.en}? (${reason})`
    })
    .join(semicolon(language))
}

const inBrackets = (text: string, said: string, language: Language): string =>
  language === 'zh' ? `${text}（${said}）` : `${text} (${said})`
