import type { Comparison } from '../policy/policy'
import type { Dictionary } from './dictionary'
import { EN_NAMES } from './en-names'

function joined(words: readonly string[], word: string): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${word} ${words.at(-1)}`
}
const list = (words: readonly string[]): string => joined(words, 'and')
const but = (minus: readonly string[]): string => (minus.length > 0 ? ` (without ${list(minus)})` : '')
const by = (actor: string | null): string => (actor ? ` (${actor})` : '')
const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`
const hours = (count: number): string => `${count} ${count === 1 ? 'hour' : 'hours'}`
const lower = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1)
const upper = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1)

function compared({ gt, gte, lt, lte, eq }: Comparison): string {
  const parts = [
    gt !== undefined && `above ${gt}`,
    gte !== undefined && `at least ${gte}`,
    lt !== undefined && `below ${lt}`,
    lte !== undefined && `at most ${lte}`,
    eq !== undefined && `exactly ${eq}`,
  ]
  return parts.filter(Boolean).join(' and ')
}

/** How a policy is read in English. */
export const EN: Dictionary = {
  language: 'en',
  between: '; ',
  blocks: {
    head: 'In short',
    counting: 'How days are counted',
    subject: 'What is counted',
    levels: 'Levels, how they are drawn, measures',
    initial: 'First classing',
    classes: 'Classes',
    transitions: 'Changes of level and their conditions',
    schedules: 'Tests',
    approvals: 'Approval',
    deadlines: 'Time limits',
    migration: 'From the edition before',
    unverified: 'Not verified',
    sources: 'Sources',
  },
  names: EN_NAMES,
  list,
  either: (words) => joined(words, 'or'),
  together: (words) => `(${words})`,
  quoted: (word) => `“${word}”`,
  report: (subject) => (subject === 'infections' ? 'report of an infection' : `report of ${subject}`),
  metres: (count) => (count % 1000 === 0 ? `${count / 1000} km` : `${count} m`),
  compared,
  clock: {
    last: (event) => `the last ${event}`,
    first: (event) => `the first ${event}`,
    but: (words) => ` (not counting ${list(words)})`,
    only: (words) => (words.length > 0 ? ` (counting only ${list(words)})` : ' (counting none)'),
    each: (last, every) => `${last} (there must be one after every ${every})`,
    later: (clocks) => `the latest of ${list(clocks)}`,
    earlier: (clocks) => `the earliest of ${list(clocks)}`,
    chosen: ({ condition, anchor, otherwise }) =>
      `${anchor} (if ${lower(condition)}) or ${otherwise} (if not)`,
  },
  condition: {
    days: ({ n, clock, full, ifMissing }) =>
      `${n} ${full ? 'full days (the first not counted)' : n === 1 ? 'day' : 'days'} since ${clock}${ifMissing ? '; met where the list is complete and there was none' : ''}`,
    never: (events) => `No ${joined(events, 'or')} is on record`,
    count: ({ event, within, compared: limit, none, filter }) =>
      none
        ? `No ${event}${filter} in the last ${days(within)}`
        : `In the last ${days(within)} the number of times there was a ${event}${filter} is ${limit}`,
    rounds: (parts) =>
      [
        `${parts.min} ${parts.min === 1 ? 'round' : 'rounds'}${parts.consecutive ? ' in a row' : ''}`,
        parts.coverage === 1
          ? ' of everybody'
          : parts.coverage !== null && ` covering at least ${Math.round(parts.coverage * 1000) / 10} %`,
        parts.fromDay !== null &&
          ` on day ${parts.fromDay} or later${parts.since ? ` (counted from ${parts.since})` : ''}`,
        parts.since && parts.fromDay === null && ` since ${parts.since}`,
        parts.withinDays !== null && ` within ${days(parts.withinDays)} before`,
        parts.withinHours !== null && ` within ${hours(parts.withinHours)} before`,
        ', all negative',
      ]
        .filter(Boolean)
        .join(''),
    metric: ({ name, compared: limit, days: row }) =>
      `${name}: ${limit}${row ? `, ${row} days in a row` : ''}`,
    surveys: ({ method, figure, compared: limit, min, apart, valid }) =>
      `${method ?? 'Survey'}${{ value: '', positive: ', number positive', share: ', per cent positive' }[figure]}: ${limit} ` +
      `${min} times in a row${apart === null ? '' : `, at least ${days(apart)} apart`}, the last within ${days(valid)}`,
    zones: ({ within, levels, compared: limit, none }) =>
      none
        ? `Nothing at ${joined(levels, 'or')} is left in the same ${within}`
        : `The number of zones at ${joined(levels, 'or')} in the same ${within} is ${limit}`,
    flag: (name, limit) => `${name}${limit === null ? '' : ` (said within ${hours(limit)})`}`,
    not: (sentence) => `Not so: ${sentence}`,
    any: 'One of these:',
    all: 'All of these together:',
    none: 'No further condition',
  },
  delimit: {
    unit: ({ of, unit, lookback, min }) =>
      `The ${unit} of ${list(of)}${lookback === null ? '' : ` (looking back ${days(lookback)})`}${min === null ? '' : `, from ${min} ${min === 1 ? 'case' : 'cases'} on`}`,
    buffer: ({ of, radius, minus }) => `Within ${radius} of ${of}${but(minus)}`,
    ring: (unit, minus) => `The rest of the ${unit}${but(minus)}`,
    adjacent: (to, unit) => `Every ${unit} next to ${to}`,
    remainder: (within, minus) => `The rest of the ${within}${but(minus)}`,
    manual: 'Drawn by people; the text gives no method',
    when: (condition) => `, if ${lower(condition)}`,
    edge: (of) => `the edge of ${of}`,
    level: (name) => `the zone at ${name}`,
  },
  move: {
    moves: ({ from, to, kind }) => `${joined(from, 'or')} → ${to} (${kind})`,
    on: (event) => `At once, on the ${event} inside after the designation`,
    same: (title) => `The same conditions as “${title}”`,
    came: (levels) =>
      `Only zones ${joined(
        levels.map((one) => (one === null ? 'drawn directly' : `that came from ${one}`)),
        'or',
      )}`,
    inLevel: (count) => `${days(count)} at this level`,
    restarts: (events) => `Starts the days anew: ${list(events)}`,
    raised: (event, to) => `${upper(event)} leads to ${to}`,
    noWayOut: ({ edition, level, from }) =>
      `The text of “${edition}” does not say how ${level}${from === null ? '' : ` that was ${from} before`} ends: people decide`,
    approval: (steps) => `Needs: ${steps.join(' → ')}`,
    tail: (title) => `The days after “${title}”`,
    units: 'Only the units concerned; the zone may be split',
    anew: 'Counts as a new designation: the days begin again',
    optional: 'People decide; it never happens by itself',
    despite: 'Also while a stricter zone lies inside',
    byItself: 'No approval chain',
  },
  level: {
    rank: (rank) => `Strictness ${rank}`,
    lowest: 'The lowest level',
    term: (limit) =>
      `At most ${limit >= 48 && limit % 24 === 0 ? days(limit / 24) : hours(limit)}; nothing moves by itself when they are over`,
    prefix: (zh, en) => `Codes begin with ${zh} / ${en}`,
  },
  test: {
    pcr: (numbers) => `PCR on ${numbers.length === 1 ? 'day' : 'days'} ${list(numbers.map(String))}`,
    antigen: (numbers) => `Antigen on ${numbers.length === 1 ? 'day' : 'days'} ${list(numbers.map(String))}`,
    final: (limit) => `One more round within ${hours(limit)} before lifting`,
    temperature: (times) => `Temperature ${times === 1 ? 'once' : `${times} times`} a day`,
    dayOne: (nextDay) =>
      nextDay
        ? 'Day 1 is the day after the count begins'
        : 'Day 1 is the day on which the count begins: day n = that day + n − 1',
  },
  step: {
    step: ({ number, name, actor, hours: limit }) =>
      `${number}. ${name}${by(actor)}${limit === null ? '' : `, within ${hours(limit)}`}`,
    filing: ({ number, name, actor }) => `${number}. ${name}${by(actor)}: filed, not waited for`,
  },
  head: {
    about: ({ disease, jurisdiction }) => `${upper(disease)}, in ${jurisdiction}`,
    valid: (from, to) => (to === null ? `In force from ${from}` : `In force from ${from}, ended on ${to}`),
    extends: (name) => `Builds on “${name}”; what follows is the whole`,
    elapsed: (full) =>
      full
        ? 'n days = n full days, the first not counted, up to 24:00 of the last (00:00 of the next)'
        : 'n days = the same clock time n calendar days later',
    zone: (tz) => `Days are those of ${tz}`,
    stricter: 'Where zones overlap the stricter holds',
    units: (standard, allowed) => `By ${standard} as a rule; allowed: ${list(allowed)}`,
    subject: (name, unit) => (name === unit ? `Counted: ${name}` : `Counted: ${name}, as “${unit}”`),
    community: (ways) => `Counts as found in the community: ${list(ways)}`,
    firstRule:
      'From the top, the first that holds; where a figure it needs is not known the class is “unknown”',
    lowest: (level) => `Where none of these holds: ${level}`,
    stays: (level) => `once ${level}, one level down only when:`,
    clusters: (sizes) =>
      `a cluster: ${list(sizes.map(({ from, cases }) => `${cases} cases or more from ${from}`))}`,
    steady: (count) => `Down only after more than ${days(count)} in a row at a lower class; up at once`,
    deadline: ({ name, from, done, hours: limit }) =>
      `${name}: from the ${from} to the ${done}, ${hours(limit)}; shown when over, never in the way of a change`,
    migrates: ({ from, levels, keeps, grace }) =>
      `From “${from}”: ${levels.join(', ')}; ${keeps ? 'the days run on' : 'the days begin again'}${grace === null ? '' : `; ${days(grace)} of grace`}`,
    source: ({ topic, grade, reference }) =>
      `${upper(topic)}${grade === null ? '' : ` (${grade})`}: ${reference}`,
  },
}
