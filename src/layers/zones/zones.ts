import type { Feature, FeatureCollection } from 'geojson'
import { type SurveyZone, shapeOutline } from '#geo'
import { comma } from '../../i18n/between'
import { zoneTitle } from '../../i18n/zone-title'
import { type LevelHatch, type LevelStyle, styleOfHatch } from '../../ui/tokens'
import { gathered, gatheredLabel } from '../crossings/gathered-gaps'
import type {
  LabelRequest,
  LegendEntry,
  MapFacts,
  MapPart,
  MapViewState,
  PartLayer,
  PartSource,
} from '../part'
import { linesOnce } from '../shapes/borders'
import { collect, multiLineOf, multiPolygonOf } from '../shapes/geojson'
import { KeptByShape } from '../shapes/kept-by-shape'
import { dashes, growing, themeOf } from '../style'
import { calledOut, casesSaid, isPlaced, type PlacedZone } from './called-out'
import { WORDS } from './words'
import { hatchesIn, standingText, stylesIn } from './zone-words'

/** From the ground up. */
const HATCHES = (['precaution', 'controlled', 'sealed'] as const).flatMap((style): LevelHatch[] => [
  `${style}-3`,
  `${style}-2`,
  style,
])
const OUTLINE: Readonly<Record<LevelStyle, number>> = { sealed: 2.2, controlled: 1.8, precaution: 1.5 }

/** Grounds and lines as they were made last: an answer comes with arrays of its own, though nothing in them changed. */
const features = new KeptByShape<Feature>()
const outlines = new KeptByShape<FeatureCollection>()

const feature = (zone: SurveyZone): Feature =>
  features.of(zone.id, zone.shape, () => ({
    type: 'Feature',
    properties: { id: zone.id },
    geometry: multiPolygonOf(zone.shape),
  }))

/** Outlines of the zones of one style, each stretch once; worked out anew where the zones or a line of them changed. */
function outlinesOf(zones: readonly SurveyZone[]): FeatureCollection {
  const key = zones.map(({ id }) => id).join('\n')
  const rings = zones.flatMap(({ outline }) => shapeOutline(outline).flat())
  return outlines.of(key, [rings], () =>
    collect([{ type: 'Feature', properties: {}, geometry: multiLineOf(linesOnce(rings)) }]),
  )
}

/** Image of a level's hatch in this view: wider and softer from 180 px/km, so that compounds show through. */
export function hatchImage(hatch: LevelHatch, view: MapViewState): string {
  return view.band === 'street' ? `hatch/${hatch}-close` : `hatch/${hatch}`
}

function hatchLayers(hatch: LevelHatch, view: MapViewState): PartLayer[] {
  const style = styleOfHatch(hatch)
  const theme = themeOf(view)
  const width = OUTLINE[style]
  return [
    {
      slot: style,
      hit: 'zone',
      spec: {
        id: `zones-${hatch}`,
        type: 'fill',
        source: `zones-${hatch}`,
        paint: { 'fill-pattern': hatchImage(hatch, view), 'fill-antialias': false },
      },
    },
    {
      slot: 'outlines',
      spec: {
        id: `zones-${hatch}-outline`,
        type: 'line',
        source: `zones-${hatch}-outline`,
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': theme[`${style}Line`],
          'line-width': growing(view, width, 1.3),
          ...(style === 'precaution' ? { 'line-dasharray': dashes(width, 7, 3.5) } : {}),
        },
      },
    },
  ]
}

/** Of a zone whose level no rules rank, the line alone. */
const plainLayer = (view: MapViewState): PartLayer => ({
  slot: 'outlines',
  spec: {
    ...{ id: 'zones-plain', type: 'line', source: 'zones-plain', layout: { 'line-join': 'round' } },
    paint: {
      'line-color': themeOf(view).ink2,
      'line-width': growing(view, 1.5, 1.3),
      'line-dasharray': dashes(1.5, 4, 3),
    },
  },
})

const codesOf = (shown: readonly SurveyZone[], view: MapViewState): Record<string, string> =>
  Object.fromEntries(shown.map((zone) => [zone.id, zone.code[view.locale]]))

/** The two lines said of a zone: what it is, and how far its lowering has come. */
function linesOf(
  zone: SurveyZone,
  codes: Readonly<Record<string, string>>,
  view: MapViewState,
): readonly [string, string] {
  const own = view.callout?.(zone)
  return own ?? [zoneTitle(zone, view.locale), standingText(zone, codes, view.locale)]
}

function callouts(facts: MapFacts, view: MapViewState, shown: readonly PlacedZone[]): LabelRequest[] {
  if (view.band === 'street' || view.isPublic) return []
  const styles = stylesIn(facts)
  const codes = codesOf(shown, view)
  const desk = view.layout === 'desk'
  const marks = gathered(facts, view)
  const requests: LabelRequest[] = []
  for (const zone of shown) {
    const style = styles[zone.level]
    if (!style || !calledOut(zone, style)) continue
    const [first, second] = linesOf(zone, codes, view)
    const far = view.band === 'district'
    const said = casesSaid(zone, facts, view)
    const standing = zone.word === 'approved' ? 'approved' : zone.word === 'toApprove' ? 'toApprove' : 'plain'
    const colour = standing === 'approved' ? 'okText' : zone.word === 'waiting' ? 'ink2' : 'ink'
    requests.push({
      id: `callout/${zone.id}`,
      kind: 'callout',
      positions: [zone.cases > 0 ? zone.caseCentre : zone.centre],
      ground: zone.shape,
      lines: [
        {
          ...{ text: far ? zone.code[view.locale] : first, weight: 700, colour: 'ink' },
          size: desk ? 13 : 15.5,
          ...(said === null ? {} : { note: said }),
          ...(marks.has(zone.id) ? { gaps: marks.get(zone.id)! } : {}),
        },
        ...(far || second === ''
          ? []
          : [
              {
                text: second,
                size: desk ? 12.5 : 15,
                weight: zone.word === 'waiting' ? 400 : 700,
                colour,
              } as const,
            ]),
      ],
      code: zone.code[view.locale],
      bar: style,
      standing,
      rank: zone.rank * 1000 + zone.cases,
    })
  }
  return requests
}

/** Chips inside the zones: codes between callouts or for the public, and close up code and name of all but the selected zone. */
function codeLabels(facts: MapFacts, view: MapViewState, shown: readonly PlacedZone[]): LabelRequest[] {
  if (!view.isPublic && (view.band === 'district' || view.band === 'wall')) return []
  const styles = stylesIn(facts)
  const street = view.band === 'street'
  const selected = view.selection.selected
  return shown
    .filter((zone) => {
      if (selected?.kind === 'zone' && selected.id === zone.id) return false
      const style = styles[zone.level]
      return style !== 'precaution' && (street || view.isPublic || !calledOut(zone, style))
    })
    .map((zone) => ({
      id: `zone/${zone.id}`,
      kind: 'zoneCode' as const,
      positions: [zone.centre],
      ground: zone.shape,
      lines: [
        {
          text: street ? zoneTitle(zone, view.locale) : zone.code[view.locale],
          size: 12.5,
          weight: 700 as const,
          colour: 'ink' as const,
        },
      ],
      code: zone.code[view.locale],
      bar: styles[zone.level]!,
      rank: zone.rank,
    }))
}

/** Marks of unguarded crossings of zones that have no callout. */
function gapLabels(facts: MapFacts, view: MapViewState, shown: readonly PlacedZone[]): LabelRequest[] {
  const marks = gathered(facts, view)
  const styles = stylesIn(facts)
  return shown
    .filter((zone) => marks.has(zone.id) && !calledOut(zone, styles[zone.level]))
    .map((zone) => gatheredLabel(zone, marks.get(zone.id)!, facts, view))
}

/**
 * Zones: a fill for the marks of each level, cut out where a stricter zone lies, and its whole outline above
 * the administrative lines; of a level that no rules rank the outline alone. Only levels that occur are drawn, so that the legend says what is there.
 */
export function zonesPart(facts: MapFacts, view: MapViewState): MapPart {
  const styles = stylesIn(facts)
  const shown = (facts.survey?.zones ?? []).filter((zone) => {
    const style = styles[zone.level]
    return style !== undefined && !view.hidden.has(style)
  })
  const placed = shown.filter(isPlaced)
  const sources: Record<string, PartSource> = {}
  const layers: PartLayer[] = []
  const legend: LegendEntry[] = []
  const hatches = hatchesIn(facts)
  const codes = codesOf(shown, view)
  const isRuled = facts.survey?.policy?.id !== ''
  const plain = isRuled ? [] : facts.survey!.zones.filter(({ level }) => hatches[level] === undefined)
  if (plain.length > 0) {
    sources['zones-plain'] = { type: 'geojson', data: outlinesOf(plain) }
    layers.push(plainLayer(view))
    legend.push({ id: 'zones-plain', sign: { kind: 'executed' }, text: WORDS[view.locale].plain })
  }
  for (const hatch of HATCHES) {
    const zones = shown.filter((zone) => hatches[zone.level] === hatch)
    if (zones.length === 0) continue
    sources[`zones-${hatch}`] = { type: 'geojson', promoteId: 'id', data: collect(zones.map(feature)) }
    sources[`zones-${hatch}-outline`] = { type: 'geojson', data: outlinesOf(zones) }
    layers.push(...hatchLayers(hatch, view))
    const drawn = new Set(zones.map(({ level }) => level))
    const levels = facts.survey!.levels.filter(({ level }) => drawn.has(level))
    legend.unshift({
      id: hatch,
      sign: { kind: 'level', hatch },
      text: levels.map((level) => level[view.locale]).join(comma(view.locale)) || zones[0]!.level,
    })
  }
  return {
    id: 'zones',
    sources,
    layers,
    legend,
    images: layers.flatMap(({ spec }) =>
      spec.type === 'fill' ? [spec.paint!['fill-pattern'] as string] : [],
    ),
    labels: [
      ...callouts(facts, view, placed),
      ...codeLabels(facts, view, placed),
      ...gapLabels(facts, view, placed),
    ],
    stops: placed.map((zone) => ({
      target: { kind: 'zone', id: zone.id },
      position: zone.centre,
      name: linesOf(zone, codes, view)
        .filter(Boolean)
        .join(view.locale === 'zh' ? '，' : ', '),
    })),
  }
}
