import {
  areaM2,
  type DraftFault,
  type DraftFigures,
  type DraftGround,
  lengthM,
  type Place,
  type SurveyZone,
} from '#geo'
import { comma } from '../../../i18n/between'
import { formatArea, formatCount, type Locale } from '../../../i18n/format'
import { knownShares } from '../../../i18n/ground-figures'
import { formatLength } from '../../../i18n/measures'
import { zoneTitle } from '../../../i18n/zone-title'
import type { Draft } from '../../../map/drawing/draft'
import { type Preview, withPointer } from '../../../map/drawing/preview'
import { ringOf } from '../../../map/drawing/step-line'

/** A translator of area `drawing`. */
export type Words = (key: string, params?: Readonly<Record<string, string | number>>) => string

export interface WordFacts {
  readonly t: Words
  readonly locale: Locale
  readonly placeOf: (code: string) => Place | null
  readonly zoneOf: (id: string) => SurveyZone | null
}

/** People of the figures: unknown is said, and a lower bound says so. */
export function peopleText(
  figures: Pick<DraftFigures, 'people' | 'peopleKnown' | 'peopleStated'>,
  t: Words,
): string {
  const { people } = figures
  if (people === null) return t('drawing.figures.unknownPeople')
  const n = formatCount(people)
  return t(knownShares(figures).people < 1 ? 'drawing.figures.atLeast' : 'drawing.figures.people', {
    n,
    count: people,
  })
}

/** The figures of the draft as short phrases, most important first; compounds are not counted again where `chosen` says them. */
export function figurePhrases(
  figures: DraftFigures,
  facts: WordFacts & { readonly chosen?: number },
): string[] {
  const { t } = facts
  const { households, places } = figures
  return [
    `${formatArea(figures.areaM2)} km²`,
    peopleText(figures, t),
    ...(households === null
      ? []
      : [t('drawing.figures.households', { n: formatCount(households), count: households })]),
    ...(places === null || facts.chosen === places
      ? []
      : [t('drawing.figures.places', { n: formatCount(places), count: places })]),
    ...casesPhrase(figures, t),
    crossingsPhrase(figures, t),
  ]
}

function crossingsPhrase({ crossings }: DraftFigures, t: Words): string {
  if (crossings === null) return t('drawing.figures.noRoads')
  const { guarded, unguarded, closed, list } = crossings
  const all = { all: list.length, count: list.length }
  if (guarded === null || unguarded === null) return t('drawing.figures.crossingsUnheld', all)
  const held = t('drawing.figures.crossings', { ...all, guarded, unguarded })
  return closed ? `${held} · ${t('drawing.figures.closed', { n: closed })}` : held
}

/** Cases that would count for the draft; those on its ground that stay with another zone are said beside them. */
function casesPhrase({ cases, casesOnGround }: DraftFigures, t: Words): string[] {
  if (cases === null) return []
  const others = (casesOnGround ?? cases) - cases
  const n = formatCount(cases)
  const named = { n, count: cases }
  return [
    others > 0 ? t('drawing.figures.casesOfOthers', { ...named, others }) : t('drawing.figures.cases', named),
  ]
}

/** What has to be said of the ground beside its figures and faults: other zones' ground, other districts' ground. */
export function groundNotes(
  figures: DraftFigures,
  { t, locale, zoneOf }: WordFacts,
  faults: readonly DraftFault[],
): string[] {
  const code = (id: string): string => zoneOf(id)?.code[locale] ?? id
  const said = new Set(faults.map(({ about }) => about))
  const notes = (['draft', 'zone'] as const).flatMap((side) => {
    const shared = figures.overlaps.filter(({ taker, zone }) => taker === side && !said.has(zone))
    if (shared.length === 0) return []
    const area = formatArea(shared.reduce((sum, one) => sum + one.areaM2, 0))
    const zones = shared.map(({ zone }) => code(zone)).join(comma(locale))
    return [
      t(side === 'draft' ? 'drawing.figures.overlapDraft' : 'drawing.figures.overlapZone', { zones, area }),
    ]
  })
  const named = figures.outside.parts.filter(({ neighbour }) => neighbour !== null)
  if (named.length > 0) {
    const parts = named
      .map(({ neighbour, areaM2: share }) => `${neighbour} ${formatArea(share)} km²`)
      .join(' · ')
    const away = formatArea(figures.outside.areaM2)
    notes.push(
      `${t('drawing.figures.outside', { area: away })} · ${t('drawing.figures.outsideOf', { parts })}`,
    )
  }
  return notes
}

/** What is measured: the whole way, and what it would enclose. */
export function measurePhrases(draft: Draft, { t }: WordFacts): string[] {
  const line = withPointer(draft)
  if (line.length < 2) return []
  const total = t('drawing.figures.total', { length: formatLength(lengthM(Float64Array.from(line.flat()))) })
  if (line.length < 3) return [total]
  return [total, t('drawing.figures.area', { area: formatArea(areaM2(ringOf(line))) })]
}

/** The parts of a split. */
export function partPhrase(
  { parts }: Preview,
  t: Words,
  areaOf: (ground: DraftGround) => number,
): string | null {
  if (parts.length === 0) return null
  const areas = parts.map((part) => formatArea(areaOf(part))).join(' + ')
  return t('drawing.figures.parts', { n: parts.length, areas })
}

export interface NoteFacts extends WordFacts {
  readonly draft: Draft
  readonly figures: DraftFigures | null
  readonly candidate: { readonly code: string; readonly isIn: boolean } | null
}

/** The two lines beside the pointer; null where there is nothing to say. */
export function pointerNote(facts: NoteFacts): { title: string; text: string } | null {
  const { draft, candidate, figures, t } = facts
  if (!draft.pointer || draft.finishing) return null
  if (candidate) return candidateNote(candidate, facts)
  const isGesture = draft.held !== null || draft.stroke !== null || draft.work.line.length > 1
  if (!figures || !isGesture || draft.tool === 'measure' || draft.tool === 'split') return snapNote(facts)
  const title = t('drawing.note.figures', {
    area: formatArea(figures.areaM2),
    people: peopleText(figures, t),
  })
  const { crossings } = figures
  const all = crossings?.list.length ?? 0
  const isUnheld = crossings?.unguarded === null
  const text = crossings
    ? t(isUnheld ? 'drawing.figures.crossingsUnheld' : 'drawing.note.crossings', {
        all,
        count: all,
        unguarded: crossings.unguarded ?? 0,
      })
    : t('drawing.figures.noRoads')
  return { title, text }
}

function snapNote({ draft, t }: NoteFacts): { title: string; text: string } | null {
  if (!draft.snap || draft.snap.owners.length === 0) return null
  const names = draft.snap.owners.flatMap(({ name }) => (name ? [name] : []))
  return {
    title: t(`drawing.note.snap.${draft.snap.kind}`),
    text: [...new Set(names)].slice(0, 2).join(' · '),
  }
}

function candidateNote(
  { code, isIn }: { readonly code: string; readonly isIn: boolean },
  { draft, t, locale, placeOf, zoneOf }: NoteFacts,
): { title: string; text: string } {
  const into = (draft.zone && zoneOf(draft.zone)?.code[locale]) || t('drawing.note.thisZone')
  if (draft.tool === 'merge') {
    const zone = zoneOf(code)
    const people = peopleText(zone ?? { people: null, peopleKnown: 1 }, t)
    const title = t('drawing.note.merge', { zone: zone ? zoneTitle(zone, locale) : code })
    return { title, text: t('drawing.note.mergeText', { people, into }) }
  }
  const place = placeOf(code)
  const name = place?.name ?? code
  if (draft.tool !== 'place') return { title: name, text: t(`drawing.note.${draft.tool}Text`) }
  const people = peopleText({ people: place?.people ?? null, peopleKnown: 1 }, t)
  return {
    title: t(isIn ? 'drawing.note.out' : 'drawing.note.in', { name }),
    text: t(isIn ? 'drawing.note.outText' : 'drawing.note.inText', { people, zone: into }),
  }
}
