import { gapsByZone, gapsShared, type Survey } from '#geo'
import { sharedShort } from '../../briefing/shared-gaps'
import { zonesNoneText } from '../../briefing/speech/zones-none'
import { unplacedCount, unplacedLine, unplacedWhere } from '../../briefing/unplaced/unplaced'
import { sentenceCase } from '../../i18n/between'
import { clockPart, formatCount, type Locale } from '../../i18n/format'

/** One of what is missing; `count` where the name stands for more than one. */
export interface GapName {
  readonly text: string
  readonly count: number | null
  /** says how the counts beside it are to be read, and is none of what is missing */
  readonly explains?: true
}

/** One block of what is missing: how many are open, of how many, and which. A null figure is unknown. */
export interface Gap {
  readonly id: 'unplaced' | 'crossings' | 'silent' | 'contacts'
  readonly open: number | null
  readonly all: number | null
  /** what is counted, where it stands beside the number */
  readonly unit?: string
  /** message of area `wall.gaps` and its figures */
  readonly title: { readonly key: string; readonly figures: Readonly<Record<string, string | number>> }
  /** it gains weight with the hours it stays open, never colour */
  readonly weight?: 'new' | 'long' | 'longest'
  readonly names: readonly GapName[]
}

/** What no longer fits: of counted names how many and their sum, of others how many; what only explains is none of them. */
export function restText(
  left: readonly GapName[],
  t: (key: string, figures: Record<string, string | number>) => string,
): string | null {
  const counted = left.filter(({ count }) => count !== null)
  if (counted.length > 0) {
    const sum = counted.reduce((all, { count }) => all + count!, 0)
    return t('wall.gaps.rest', { n: formatCount(counted.length), count: formatCount(sum) })
  }
  const named = left.filter(({ explains }) => !explains)
  return named.length > 0 ? t('wall.gaps.more', { count: formatCount(named.length) }) : null
}

const plain = (text: string): GapName => ({ text, count: null })
const counted = (name: string, count: number): GapName => ({ text: `${name} ${formatCount(count)}`, count })

/** So many are named one by one; of more it is said how many lie where, the most first. */
const NAMED = 8

type Gaps = NonNullable<Survey['perimeter']>['gaps']

/** That all are guarded, or none is there, is said only where all lines are known, no road ends at one and none runs along it. */
function crossingsTitle(perimeter: NonNullable<Survey['perimeter']>): Gap['title'] {
  const { total, unguarded, ends, along, untold } = perimeter
  if (unguarded === null) return { key: 'crossingsUnheld', figures: {} }
  if (unguarded > 0) return { key: unguarded === total ? 'crossingsNoneGuarded' : 'crossings', figures: {} }
  if (untold > 0) return { key: 'crossingsUntold', figures: { count: untold } }
  if (ends > 0) return { key: 'crossingsEnds', figures: { ends } }
  if (along > 0) return { key: 'crossingsAlong', figures: { count: along } }
  return { key: total === 0 ? 'crossingsNone' : 'crossingsAll', figures: {} }
}

/** The zones of a gap, the strictest first. */
const zonesOf = ({ zone, others = [] }: Gaps[number]): string[] => [zone, ...others]

/** How many lie on the line of each zone, the most first; before them that some lie on several, where they do. */
function byZone(gaps: Gaps, codeOf: (id: string) => string, locale: Locale): GapName[] {
  const { shared } = gapsShared(gaps)
  const counts = [...gapsByZone(gaps)].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
  const named = counts.map(([zone, count]) => counted(codeOf(zone), count))
  return [
    ...(shared > 0 ? [{ ...plain(sharedShort(shared, locale)), explains: true as const }] : []),
    ...named,
  ]
}

/** By name, those of which the district has another with their town. */
function silentNames({ reporting, towns }: Survey, locale: Locale): GapName[] {
  const names = reporting?.silentNames ?? []
  const counts = towns.filter((town) => (town.silent ?? 0) > 0)
  const known = counts.reduce((sum, town) => sum + town.silent!, 0)
  const inTown = (name: string, code: string | null): string => {
    const town = towns.find((one) => one.code === code)?.name
    if (!town) return name
    return locale === 'zh' ? `${town}${name}` : `${name} (${town})`
  }
  if (names.length <= NAMED || known !== names.length)
    return names.map(({ name, town, isNamesake }) => plain(isNamesake ? inTown(name, town) : name))
  return counts
    .sort((a, b) => b.silent! - a.silent! || a.code.localeCompare(b.code))
    .map((town) => counted(town.name, town.silent!))
}

function crossings(survey: Survey, locale: Locale): Gap {
  const { perimeter } = survey
  if (!perimeter || survey.zones.length === 0) {
    const key = perimeter ? 'noZones' : 'noRoads'
    const figures = { why: sentenceCase(zonesNoneText(survey, locale), locale) }
    return { id: 'crossings', open: null, all: null, title: { key, figures }, names: [] }
  }
  const codeOf = (id: string): string => survey.zones.find((zone) => zone.id === id)?.code[locale] ?? id
  return {
    id: 'crossings',
    open: perimeter.unguarded,
    all: perimeter.total,
    title: crossingsTitle(perimeter),
    names:
      perimeter.gaps.length > NAMED
        ? byZone(perimeter.gaps, codeOf, locale)
        : perimeter.gaps.map((gap) =>
            plain([zonesOf(gap).map(codeOf).join('/'), gap.crossing.road].filter(Boolean).join(' ')),
          ),
  }
}

function silent(survey: Survey, locale: Locale): Gap {
  const { reporting } = survey
  if (!reporting) {
    const filed = survey.reportsFiled
    const title: Gap['title'] = filed
      ? { key: 'reportsFiled', figures: { n: formatCount(filed.places), count: filed.places } }
      : { key: 'noReports', figures: {} }
    return { id: 'silent', open: null, all: null, title, names: [] }
  }
  return {
    id: 'silent',
    open: reporting.missing.length,
    all: reporting.expected,
    title: {
      key: reporting.missing.length > 0 ? 'silent' : 'silentAll',
      figures: { cutoff: clockPart(reporting.cutoffAt) ?? '24:00', filed: formatCount(reporting.filed) },
    },
    names: silentNames(survey, locale),
  }
}

function contacts(survey: Survey): Gap {
  const known = survey.figures.find(({ id }) => id === 'contactsToMove')?.value ?? null
  const none = survey.sources.some(({ id }) => id === 'contacts') ? 'contactsBefore' : 'noContacts'
  const key = known === null ? none : known > 0 ? 'contacts' : 'contactsNone'
  const towns = survey.towns
    .filter(({ contactsToMove }) => (contactsToMove ?? 0) > 0)
    .sort((a, b) => b.contactsToMove! - a.contactsToMove! || a.code.localeCompare(b.code))
  return {
    id: 'contacts',
    open: known,
    all: null,
    title: { key, figures: {} },
    names: known === null ? [] : towns.map(({ name, contactsToMove }) => counted(name, contactsToMove!)),
  }
}

/** Rows that nobody has placed: said once, before every other gap. */
function unplaced(survey: Survey, locale: Locale): Gap[] {
  const line = unplacedLine(survey, locale)
  if (!survey.unplaced || line === null) return []
  const { rows, weight } = survey.unplaced
  const unit = locale === 'zh' ? unplacedCount(survey.unplaced, survey, locale).replace(/^[\d,]+ /, '') : ''
  const title = { key: 'unplaced', figures: { line } }
  return [
    {
      id: 'unplaced',
      open: rows,
      all: null,
      title,
      names: [plain(unplacedWhere(survey, locale))],
      weight,
      unit,
    },
  ]
}

/** Of a district without zones: a list that nobody has taken takes no room. */
const WITHOUT_LIST = new Set(['noZones', 'noRoads', 'noReports', 'noContacts'])

/** The gaps the wall shows in full size: rows unplaced, crossings, villages that have not reported, contacts to move. */
export function gapsOf(survey: Survey, locale: Locale): Gap[] {
  const gaps = [
    ...unplaced(survey, locale),
    crossings(survey, locale),
    silent(survey, locale),
    contacts(survey),
  ]
  return survey.weeks ? gaps.filter(({ title }) => !WITHOUT_LIST.has(title.key)) : gaps
}
