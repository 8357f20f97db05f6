import { type Facts, namesToldApart, type Survey, type UnplacedItem, type UnplacedRow, type When } from '#geo'
import { codeOf } from '../../briefing/unplaced/unplaced'
import { comma } from '../../i18n/between'
import type { Locale } from '../../i18n/format'

type Translate = (key: string, params?: Record<string, string | number>) => string

/** Names and rows that one line shows; what is more is counted. */
const SHOWN = 6

/** What the rows say of themselves: id and time of a single one, the numbers of several. */
export function knownOf(
  { rows, refused }: UnplacedItem,
  print: (when: When) => string,
  t: Translate,
): string {
  const [first] = rows
  if (!first) return ''
  const parts = refused ? [t('unplaced.knownNothing')] : rows.length === 1 ? ofRow(first, print, t) : []
  if (rows.length > 1) parts.unshift(t('unplaced.rowsList', { rows: numbersOf(rows) }))
  return parts.join(' · ')
}

function ofRow({ id, candidateTime }: UnplacedRow, print: (when: When) => string, t: Translate): string[] {
  const { from, to } = candidateTime
  const time =
    from !== null
      ? t('unplaced.knownTime', { at: print(from) })
      : to !== null
        ? t('unplaced.knownAnyTime', { at: print(to) })
        : null
  return [...(id === null ? [] : [t('unplaced.knownId', { id })]), ...(time === null ? [] : [time])]
}

/** `7–12, 15, 20` */
function numbersOf(rows: readonly UnplacedRow[]): string {
  const numbers = rows.flatMap(({ row }) => row ?? []).sort((a, b) => a - b)
  const runs: [number, number][] = []
  for (const n of numbers) {
    const last = runs.at(-1)
    if (last && n === last[1] + 1) last[1] = n
    else runs.push([n, n])
  }
  const shown = runs.slice(0, SHOWN).map(([from, to]) => (from === to ? String(from) : `${from}–${to}`))
  return runs.length > SHOWN ? `${shown.join(', ')} …` : shown.join(', ')
}

/** Names of the places where they may be; the whole district where nothing narrows it. */
export function nearOf({ rows }: UnplacedItem, facts: Facts, t: Translate, locale: Locale): string {
  const codes = [...new Set(rows.flatMap(({ near }) => near))]
  if (codes.length === 0) return t('unplaced.nearAll')
  const names = namesToldApart(facts.places, codes)
  const said = codes
    .slice(0, SHOWN)
    .map((code) => names.get(code))
    .join(comma(locale))
  return codes.length > SHOWN ? t('unplaced.nearMore', { names: said, n: codes.length }) : said
}

export interface HeldZones {
  readonly zones: readonly { readonly id: string; readonly code: string }[]
  /** names of the conditions that are unknown in each of them */
  readonly leaves: string
}

/** The zones that the rows hold, with the conditions that are unknown by them; zones with the same ones together. */
export function heldLeaves({ rows }: UnplacedItem, survey: Survey, locale: Locale): HeldZones[] {
  const byZone = new Map<string, Set<string>>()
  for (const { zone, leaf } of rows.flatMap(({ holds }) => holds)) {
    const missing = survey.zones.find(({ id }) => id === zone)?.missing.find(({ id }) => id === leaf)
    const leaves = byZone.get(zone) ?? new Set()
    byZone.set(zone, leaves.add(missing?.[locale] ?? leaf))
  }
  const together = new Map<string, HeldZones['zones']>()
  const order = survey.zones.map(({ id }) => id).filter((id) => byZone.has(id))
  for (const id of order) {
    const key = [...byZone.get(id)!].join(comma(locale))
    together.set(key, [...(together.get(key) ?? []), { id, code: codeOf(survey, id, locale) }])
  }
  return [...together].map(([leaves, zones]) => ({ zones, leaves }))
}
