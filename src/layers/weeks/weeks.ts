import type { Feature } from 'geojson'
import { type Survey, shapeOutline } from '#geo'
import { villageWord } from '../../i18n/place-words'
import { isDark, RATE_FILLS, RATE_FILLS_ON_LIGHT } from '../../ui/tokens'
import { filled } from '../filled'
import type { LegendEntry, MapFacts, MapPart, MapViewState, PartLayer } from '../part'
import { collect, multiPolygonOf } from '../shapes/geojson'
import { themeOf } from '../style'
import { WORDS } from './words'

/** Image of ground with too few cases for a rate. */
export const FEW_DOTS = 'dots/few'

/** Lower bounds of the fills but the first, cases for 10,000 people. */
const BREAKS = [30, 60, 120]
/** Fewer cases have no rate. */
const LEAST = 5

/** Which fill a village has: 0 to 3, or -1 where its cases are few or its people not known. */
export function rateClass(week: number, people: number | null): number {
  if (week < LEAST || !people) return -1
  const rate = (week / people) * 10_000
  return BREAKS.filter((from) => rate >= from).length
}

/** Whether the map of this view shows the ground by its cases of seven days: on a wall, where there are no zones. */
export function showsWeeks({ survey }: MapFacts, view: MapViewState): boolean {
  return view.layout === 'wall' && (survey?.weeks?.villages.length ?? 0) > 0
}

const features = new WeakMap<Survey, readonly Feature[]>()

function featuresOf({ register, survey }: MapFacts): readonly Feature[] {
  const known = features.get(survey!)
  if (known) return known
  const classes = new Map(
    survey!.weeks!.villages.map(({ code, week, people }) => [code, rateClass(week, people)]),
  )
  const made = register.places.flatMap((place): Feature[] => {
    const rate = classes.get(place.code)
    if (rate === undefined || place.former || !place.shape || place.shape.length === 0) return []
    return [
      {
        type: 'Feature',
        properties: { code: place.code, rate },
        geometry: multiPolygonOf(shapeOutline(place.shape)),
      },
    ]
  })
  features.set(survey!, made)
  return made
}

/** The more cases, the further from the ground. */
const fillsOf = ({ theme }: MapViewState): readonly string[] =>
  isDark(theme) ? RATE_FILLS : RATE_FILLS_ON_LIGHT

function legendOf(survey: Survey, view: MapViewState): LegendEntry[] {
  const words = WORDS[view.locale]
  const { unit } = survey.subject
  const fill = (colour: string): LegendEntry['sign'] => ({ kind: 'fill', colour })
  const texts = [undefined, ...BREAKS].map((from, at) => {
    const to = BREAKS[at]
    if (from === undefined) return filled(words.below, { to: to! })
    return to === undefined ? filled(words.over, { from }) : filled(words.between, { from, to })
  })
  const lacks = survey.weeks!.villages.some(({ week, people }) => week >= LEAST && !people)
  return [
    {
      id: 'weeks',
      sign: { kind: 'none' },
      text: filled(words.title, { unit, village: villageWord(survey, view.locale) }),
    },
    { id: 'weeks/none', sign: fill(themeOf(view).land), text: '0' },
    {
      id: 'weeks/few',
      sign: { kind: 'dots' },
      text: filled(lacks ? words.fewOrUnknown : words.few, { unit }),
    },
    ...texts.map((text, at): LegendEntry => ({ id: `weeks/${at}`, sign: fill(fillsOf(view)[at]!), text })),
  ]
}

/** Villages by their cases of seven days for 10,000 people; of few cases no rate is said. */
export function weeksPart(facts: MapFacts, view: MapViewState): MapPart {
  if (!showsWeeks(facts, view)) return { id: 'weeks', sources: {}, layers: [] }
  const layer = (id: string, filter: unknown, paint: object): PartLayer => ({
    slot: 'precaution',
    hit: 'place',
    spec: { id, type: 'fill', source: 'weeks', filter: filter as never, paint },
  })
  return {
    id: 'weeks',
    sources: { weeks: { type: 'geojson', promoteId: 'code', data: collect([...featuresOf(facts)]) } },
    layers: [
      layer('weeks-few', ['==', ['get', 'rate'], -1], { 'fill-pattern': FEW_DOTS, 'fill-antialias': false }),
      ...fillsOf(view).map((fill, at) =>
        layer(`weeks-${at}`, ['==', ['get', 'rate'], at], { 'fill-color': fill }),
      ),
    ],
    images: [FEW_DOTS],
    legend: legendOf(facts.survey!, view),
  }
}
