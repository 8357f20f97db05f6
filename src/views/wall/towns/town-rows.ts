import type { Survey, SurveyRound, TownRow } from '#geo'
import type { Locale } from '../../../i18n/format'
import { townWord } from '../../../i18n/place-words'

export interface TownLine {
  readonly code: string
  readonly name: string
  /** `封×2 管×1`, which no code of a zone reads like; empty where the town has no zone */
  readonly zones: string
  readonly sampledShare: number | null
  readonly resultedShare: number | null
  readonly contactsToMove: number | null
  readonly silent: number | null
  readonly unguarded: number | null
  readonly cases: number | null
}

function zonesOf(row: TownRow, survey: Survey, locale: Locale): string {
  const levels = survey.levels
    .filter(({ count, level }) => count !== null && (row.zones[level] ?? 0) > 0)
    .sort((a, b) => b.rank - a.rank)
  return levels
    .map(({ level, zh, en }) => {
      const printed =
        survey.zones.find((zone) => zone.level === level)?.code[locale] ?? (locale === 'zh' ? zh : en)
      const prefix = /^\D+/.exec(printed)?.[0].replace(/[-\s]+$/, '') ?? printed
      return `${prefix}×${row.zones[level]}`
    })
    .join(locale === 'zh' ? ' ' : ', ')
}

function lineOf(row: TownRow, survey: Survey, locale: Locale): TownLine {
  return {
    code: row.code,
    name: row.name || (locale === 'zh' ? `不在${townWord(survey, locale)}内` : 'In no town'),
    zones: zonesOf(row, survey, locale),
    sampledShare: row.sampledShare,
    resultedShare: row.resultedShare,
    contactsToMove: row.contactsToMove,
    silent: row.silent,
    unguarded: row.unguarded,
    cases: row.cases,
  }
}

/** Of towns without a share, for which nothing else orders them. */
const mostFirst = (a: TownLine, b: TownLine): number =>
  a.sampledShare === null && b.sampledShare === null ? (b.cases ?? -1) - (a.cases ?? -1) : 0

/** All towns, lowest sampled share first, unknown shares last and among them most cases first; then what lies in no town, if anything does. */
export function townLines(survey: Survey, locale: Locale): TownLine[] {
  const lines = survey.towns
    .map((row) => lineOf(row, survey, locale))
    .sort(
      (a, b) =>
        (a.sampledShare ?? 2) - (b.sampledShare ?? 2) || mostFirst(a, b) || a.code.localeCompare(b.code),
    )
  return survey.townless ? [...lines, lineOf(survey.townless, survey, locale)] : lines
}

/** The last row: the district's own figures, not the sum of what is printed above. */
export function townTotal(survey: Survey): Omit<TownLine, 'code' | 'name' | 'zones'> {
  const round: SurveyRound | undefined =
    survey.rounds.findLast(({ state }) => state === 'running') ?? survey.rounds.at(-1)
  return {
    sampledShare: round?.sampledShare ?? null,
    resultedShare: round?.resultedShare ?? null,
    contactsToMove: survey.figures.find(({ id }) => id === 'contactsToMove')?.value ?? null,
    silent: survey.reporting ? survey.reporting.missing.length : null,
    unguarded: survey.perimeter?.isTold ? survey.perimeter.unguarded : null,
    cases: survey.cases?.cumulative.total ?? null,
  }
}

const FIGURES = ['sampledShare', 'resultedShare', 'contactsToMove', 'silent', 'unguarded', 'cases'] as const
export type TownColumn = 'zones' | (typeof FIGURES)[number]

/** The columns that say something of any town or of the whole: what has no list takes no room. */
export function townColumns(
  lines: readonly TownLine[],
  total: ReturnType<typeof townTotal>,
): ReadonlySet<TownColumn> {
  const said = FIGURES.filter((column) => [total, ...lines].some((row) => row[column] !== null))
  return new Set<TownColumn>(lines.some(({ zones }) => zones !== '') ? ['zones', ...said] : said)
}
