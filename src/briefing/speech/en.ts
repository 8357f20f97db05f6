import type { ConditionAnswer } from '#geo'
import { formatCount, formatShortDay } from '../../i18n/format'
import { formatHour } from '../../i18n/format-short'
import { counted } from '../../i18n/plural'
import { formatSpan } from '../../i18n/spans'
import { wordsBy } from '../../records/words'
import type { Movement, Speech } from './speech'

const VERB: Record<Movement, string> = {
  lower: 'approved for lowering',
  lift: 'approved for release',
  change: 'approved for change',
}

const zones = (count: number): string => counted(count, 'zone')

function figure(condition: ConditionAnswer, name: string): string | null {
  const value = condition.figures[name]
  if (typeof value === 'number') return formatCount(value)
  return value ?? null
}

/** Short nouns of the facts that people state (RULES.md), for places where a whole sentence has no room. */
const STATED: Record<string, string> = {
  allContactsControlled: 'contacts',
  contactsNegative: 'contact tests',
  allPcrNegative: 'test results',
  yellowCodesNegative: 'yellow-code tests',
  environmentNegative: 'environment',
  anyEnvironmentPositive: 'environment',
  disinfectionPassed: 'disinfection',
  terminalDisinfection: 'disinfection',
  measuresInPlace: 'date of measures',
  preliminaryCleaning: 'cleaning',
  culling: 'culling',
  positivePoint: 'new positive points',
  visitsFavourable: 'result of the visits',
  riskAssessed: 'risk assessment',
  noPendingSamples: 'pending samples',
}

/** The noun of a fact that people state; null for one that has none. */
export const statedEn = (fact: string): string | null => STATED[fact] ?? null

const stated = (condition: ConditionAnswer): string => STATED[String(condition.figures.flag)] ?? condition.en

/** What a list is called where it is said that it does not speak. */
const LISTS: Readonly<Record<string, string>> = wordsBy('en', 'awaited')

/** Names of all lists on which it hangs, where there are more than the one that is said; empty where there are none. */
const listsOf = ({ figures }: ConditionAnswer): string[] =>
  String(figures.lists ?? '')
    .split(' ')
    .filter(Boolean)
    .map((list) => LISTS[list] ?? list)

const listOf = ({ figures }: ConditionAnswer): string => LISTS[String(figures.list)] ?? 'list'

const listMissing = (condition: ConditionAnswer): string =>
  `${listOf(condition)} of ${String(condition.figures.lacks ?? '').replaceAll('、', ', ')} not received`

const listOver = (condition: ConditionAnswer): string => {
  const { listUntil, silentHours } = condition.figures
  if (typeof listUntil !== 'string') return `nobody says until when the ${listOf(condition)} speaks`
  const hours = typeof silentHours === 'number' ? `, ${formatSpan(silentHours * HOUR, 'en')} ago` : ''
  return `${listOf(condition)} speaks until ${formatHour(listUntil, 'en')}${hours}`
}

const HOUR = 3_600_000

/** What becomes of a zone that must become stricter. */
const RAISE: Record<string, (level: string) => string> = {
  upgrade: (level) => `to ${level}`,
  split: (level) => `units concerned to ${level}`,
  extend: (level) => `extend ${level}`,
}

type Saying = (condition: ConditionAnswer, codeOf: (zone: string) => string) => string

/** People still to sample in the round under way, where it counts them; else what is wrong with the rounds. */
const unsampled =
  (otherwise: string): Saying =>
  (condition) => {
    const missing = condition.figures.missing
    return typeof missing === 'number' && missing > 0 ? `${formatCount(missing)} not sampled` : otherwise
  }

const zonesInside = (condition: ConditionAnswer): string[] =>
  String(condition.figures.zones ?? '')
    .split(' ')
    .filter(Boolean)

const zonesUnread = (condition: ConditionAnswer): string =>
  String(condition.figures.unread ?? '')
    .split(' ')
    .join(', ')

/** `1 stricter zone inside`, `2 stricter zones left`. */
const stricter = ({ figures }: ConditionAnswer, where: string): string =>
  typeof figures.have === 'number'
    ? `${counted(figures.have, 'stricter zone')} ${where}`
    : `stricter zones ${where}`

/** The rows that could not be read; row 0 is the file as a whole. */
const rowsUnread = ({ evidence }: ConditionAnswer): string => {
  const named = evidence.slice(0, 3).map(({ file, row }) => (row === 0 ? file : `${file}:${row}`))
  return named.join(', ') + (evidence.length > 3 ? ` and others, ${evidence.length} in all` : '')
}

const isOfSignals = ({ evidence }: ConditionAnswer): boolean =>
  evidence.every(({ value }) => value === 'signal-open')

const isMistyped = ({ evidence }: ConditionAnswer): boolean =>
  evidence.every(({ value }) => value === 'implausible-time')

const REASONS: Record<string, Saying> = {
  'days-left': (condition) => {
    const [have, of] = [figure(condition, 'have'), figure(condition, 'of') ?? figure(condition, 'n')]
    if (have !== null && of !== null) return `day ${have} of ${of}`
    return condition.at ? `due ${formatShortDay(condition.at, 'en')}` : 'days not reached'
  },
  'round-incomplete': unsampled('sampling incomplete'),
  'round-pending': () => 'results not all in',
  'round-running': unsampled('testing under way'),
  'round-positive': () => 'a test was positive',
  'round-lapsed': unsampled('the round has lapsed'),
  'round-too-early': unsampled('the round was too early'),
  'rounds-too-few': (condition) => {
    const least = condition.figures.min
    return `fewer than ${typeof least === 'number' ? counted(least, 'round') : 'the due rounds'}`
  },
  'no-round': unsampled('no testing round'),
  'coverage-unknown': () => 'number due unknown',
  'result-unknown': () => 'result not reported',
  'not-stated': (condition) => `${stated(condition)} not reported`,
  'not-a-flag': (condition) => `${stated(condition)}: unclear entry`,
  'stated-false': (condition) =>
    condition.figures.flag === 'allContactsControlled'
      ? 'contacts not all moved'
      : `${stated(condition)}: not reached`,
  'flag-lapsed': (condition) => `${stated(condition)} lapsed`,
  'flag-older': (condition) => `${stated(condition)}: older than what came later`,
  'flag-against-list': (condition) => `${stated(condition)}: contradicts the list`,
  'flag-twice': (condition) => `${stated(condition)}: stated two ways`,
  'list-unknown': (condition) => {
    const names = listsOf(condition).join(', ')
    return names ? `not connected: ${names}` : 'no data connected'
  },
  unplaced: (condition) => `${condition.en}: unknown, a row is unplaced`,
  'list-elsewhere': listMissing,
  'list-ended': listOver,
  'each-lacking': (condition) => `not done at ${figure(condition, 'missing') ?? '—'}`,
  'no-event': (condition) => `${condition.en}: no first day`,
  'raise-due': (condition) => `${condition.en.charAt(0).toLowerCase()}${condition.en.slice(1)}`,
  'reporters-unknown': () => 'reports are here, who reports by when is not fully given',
  'posts-unknown': () => 'no list of checkpoints: how crossings are held is not known',
  'line-unknown': () => 'ground not drawn: crossings unknown',
  'ends-at-line': (condition) => `roads end at the line: ${figure(condition, 'ends') ?? '—'}`,
  'along-the-line': (condition) => `roads along the line: ${figure(condition, 'have') ?? '—'}`,
  'level-unknown': (condition) => `level of ${zonesUnread(condition)} not known`,
  'implausible-time': (condition) => `the zone's time cannot be true (${rowsUnread(condition)})`,
  'signal-open': (condition) => {
    const [have, people] = [figure(condition, 'have'), figure(condition, 'people')]
    const open = `signal${have === '1' ? '' : 's'} not decided: ${have ?? '—'}`
    return people === null ? open : `${open} (${people} people)`
  },
  'zones-remain': (condition) => stricter(condition, 'left'),
  'zone-row-unread': (condition) =>
    `row of zones ${isMistyped(condition) ? 'with a time that cannot be true' : 'not read'} (${rowsUnread(condition)})`,
  'step-row-unread': (condition) =>
    `${isOfSignals(condition) ? 'signal without an outcome' : 'row of approvals not read'} (${rowsUnread(condition)})`,
  'stricter-inside': (condition, codeOf) => {
    const codes = zonesInside(condition).map(codeOf)
    return codes.length > 0 && codes.length <= 2 ? `after ${codes.join(', ')}` : stricter(condition, 'inside')
  },
}

const sampling = (condition: ConditionAnswer): string => {
  const missing = condition.figures.missing
  return typeof missing === 'number' && missing > 0
    ? `sample ${formatCount(missing)} more`
    : 'run one more round of tests'
}

const TO_DO: Record<string, (condition: ConditionAnswer) => string> = {
  'round-incomplete': sampling,
  'round-running': sampling,
  'round-lapsed': sampling,
  'round-too-early': sampling,
  'rounds-too-few': sampling,
  'no-round': sampling,
  'round-positive': () => 'check the positive and run another round',
  'round-pending': () => 'get all results in',
  'coverage-unknown': () => 'report the number due',
  'result-unknown': () => 'report the result',
  'not-stated': (condition) => `report ${stated(condition)}`,
  'not-a-flag': (condition) => `report ${stated(condition)} anew`,
  'flag-lapsed': (condition) => `report ${stated(condition)} anew`,
  'flag-older': (condition) => `report ${stated(condition)} anew`,
  'flag-against-list': (condition) => `check ${stated(condition)} against the list`,
  'flag-twice': (condition) => `correct ${stated(condition)}`,
  'stated-false': (condition) =>
    condition.figures.flag === 'allContactsControlled'
      ? 'move all contacts'
      : `complete ${stated(condition)}`,
  'level-unknown': (condition) => `give the level of ${zonesUnread(condition)}`,
  'zone-row-unread': (condition) => `correct ${rowsUnread(condition)}`,
  'step-row-unread': (condition) =>
    isOfSignals(condition)
      ? `fill in the outcome of ${rowsUnread(condition)}`
      : `correct ${rowsUnread(condition)}`,
  'implausible-time': (condition) => `correct the time of ${rowsUnread(condition)}`,
  'signal-open': () => 'decide the signal',
  'raise-due': () => 'act on the conditions to become stricter',
  'list-unknown': (condition) => `connect ${listsOf(condition).join(', ') || 'the data'}`,
  'list-elsewhere': (condition) =>
    `get the ${listOf(condition)} of ${String(condition.figures.lacks ?? '').replaceAll('、', ', ')}`,
  'list-ended': (condition) => `bring the ${listOf(condition)} up to date`,
  unplaced: () => 'place what is unplaced',
}

/** What is wrong besides: with a positive round, and which other lists are silent. */
function besides(condition: ConditionAnswer): string[] {
  const also = REASONS[String(condition.figures.also)]
  const others = condition.reason === 'list-unknown' ? [] : listsOf(condition).slice(1)
  return [
    ...(also ? [also({ ...condition, figures: {} }, (zone) => zone)] : []),
    ...(others.length > 0 ? [`so is the ${others.join(', ')}`] : []),
  ]
}

function reason(condition: ConditionAnswer, codeOf = (zone: string): string => zone): string {
  const say = condition.reason === null ? undefined : REASONS[condition.reason]
  if (say) return [say(condition, codeOf), ...besides(condition)].join(', ')
  return `${condition.en}: ${condition.state === 'unknown' ? 'unknown' : 'not met'}`
}

export const en: Speech = {
  toRaise: (count) => `${zones(count)} to be raised`,
  raise: (kind, level) => RAISE[kind]?.(level.toLowerCase()) ?? `to ${level.toLowerCase()}`,
  mustRaise: (named, kind, level) =>
    kind === 'split'
      ? `${named}: units concerned must become ${level.toLowerCase()}`
      : `${named} must ${kind === 'extend' ? 'be extended' : `become ${level.toLowerCase()}`}`,
  approved: (count, at, movement) => `${zones(count)} ${VERB[movement]}${at ? ` ${at}` : ''}`,
  suspended: (count) => `${formatCount(count)} suspended by a signal`,
  toApprove: (count) => `${formatCount(count)} awaiting approval`,
  toAssess: (count) => `${formatCount(count)} awaiting assessment`,
  met: (count) => `${formatCount(count)} with conditions met`,
  overdueUnmet: (count) => `${formatCount(count)} past due, not met`,
  unknownZones: (count, all) =>
    `${formatCount(count)} of ${zones(all)} cannot be decided: conditions unknown`,
  nothingDue: (next) => (next ? `No zone is due today; the next on ${next}` : 'No zone is due today'),
  noRules: (count) => `No rules chosen: ${zones(count)} not decided`,
  comma: ', ',
  casesInAll: (count) => `${formatCount(count)} in all`,
  zoneLacks: (code, why) => `${code}: ${why}`,
  zonesLack: (count, reason) => `${counted(count, 'zone')}: ${reason}`,
  unguarded: (count, all) =>
    `${count === all && count > 1 ? 'all ' : ''}${counted(count, 'crossing')} without a checkpoint`,
  silent: (count) => `${counted(count, 'village')} not reported today`,
  movesTo: (level, into) => (into ? `merges into ${into}` : `to ${level.toLowerCase()}`),
  lifted: (level) => `release to ${level.toLowerCase()}`,
  dayOf: (have, of) => `Day ${have} of ${of}`,
  reason,
  semicolon: '; ',
  earliest: (date) => `from ${date}`,
  daysFrom: (zones) => `the days of ${zones} run from it`,
  withUnknown: (word, count) => `${word}, ${formatCount(count)} unknown`,
  daysLeft: (count) => `${count} d left`,
  unplaced: (count, zones) =>
    zones === null ? `${count} unplaced` : `${count} unplaced, holding ${counted(zones, 'zone')}`,
  placeFirst: (at) => `the lowering ${at} waits for placing`,
  notBeforePlaced: {
    order: 'held until placed',
    approval: 'no approval until placed',
    move: 'no change until placed',
    short: 'place first',
  },
  since: (at) => `since ${at}`,
  sinceUnplaced: (row) => `counted from ${row}, which is unplaced`,
  approvedWithout: (unmet, unknown) =>
    [
      unmet > 0 && `${counted(unmet, 'condition')} not met now`,
      unknown > 0 &&
        (unmet > 0 ? `${formatCount(unknown)} unknown` : `${counted(unknown, 'condition')} unknown now`),
    ]
      .filter(Boolean)
      .join(', '),
  approvedOpen: (count) => `of these ${formatCount(count)} with conditions not met now`,
  metSince: (at) => `conditions met since ${at}`,
  toDo: (condition) => (TO_DO[condition.reason ?? ''] ?? ((one: ConditionAnswer) => one.en))(condition),
  ifDone: (acts, { at, once, decides }) =>
    [
      acts.length ? `once done (${acts.join('; ')}): ` : '',
      once ?? `earliest ${at}`,
      decides ? ` (decided by: ${decides})` : '',
    ].join(''),
  approvalUntilPlaced: (at) => `not carried out until what is unplaced is placed (due ${at})`,
  approvalAtRisk: (at) => `conditions changed since approval (due ${at})`,
  cameDown: (zone, from) => `lowered from ${from.toLowerCase()}, ${counted(zone.cases, 'case')}`,
}
