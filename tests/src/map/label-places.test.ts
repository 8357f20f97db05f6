import { describe, expect, test } from 'vitest'
import { pictureOf } from '../../../src/layers/compose'
import type { MapFacts, MapViewState } from '../../../src/layers/part'
import { stylesIn } from '../../../src/layers/zones/zone-words'
import type { PlacerAnswer } from '../../../src/map/labels/label-messages'
import { LabelPlaces, placerBeside, placerHere, type startPlacer } from '../../../src/map/labels/label-places'
import { type LabelFrame, type LabelGround, placedIn } from '../../../src/map/labels/placing'
import type { Measure, PlacedLabel } from '../../../src/map/labels/screen'
import { mapDistrict } from '../../helpers/map-district'
import { seeded } from '../../helpers/seeded'

const facts: MapFacts = { ...mapDistrict(), assess: null }
const VIEW: MapViewState = {
  ...{ theme: 'dark', k: 1, band: 'town', scale: 110, short: 690, layout: 'desk', locale: 'zh' },
  ...{ selection: { selected: null, hovered: null }, hidden: new Set(), roadClasses: null },
  ...{ density: 1, caseWindowDays: null },
}
const groundOf = (view: MapViewState): LabelGround => {
  const { labels, obstacles } = pictureOf(facts, view)
  return { labels, obstacles, zones: facts.survey!.zones, styles: stylesIn(facts) }
}
const [west, south, east, north] = (() => {
  const at = facts.survey!.zones.flatMap(({ centre }) => (centre ? [centre] : []))
  const of = (axis: 0 | 1) => at.map((one) => one[axis])
  return [Math.min(...of(0)), Math.min(...of(1)), Math.max(...of(0)), Math.max(...of(1))] as const
})()
const wide: Measure = (text, { size, weight, spacing }) =>
  [...text].length * size * (0.5 + weight / 4000 + spacing)

function aFrame(seed: number): LabelFrame {
  const random = seeded(seed)
  return {
    camera: {
      centre: [west + (east - west) * random.next(), south + (north - south) * random.next()],
      zoom: 10 + 5 * random.next(),
    },
    ...{ size: [1300, 700], frame: [4, 4, 1296, 696], k: 1, furniture: [[1000, 600, 1290, 690]] },
  }
}

/** A post whose messages are cloned and answered only when it is told to. */
function slowPost() {
  const waiting: (() => void)[] = []
  const start: typeof startPlacer = (heard) => {
    const here = placerHere((answer: PlacerAnswer) => {
      const copy = structuredClone(answer)
      waiting.push(() => heard(copy))
    })
    return { ...here, post: (asked) => here.post(structuredClone(asked)) }
  }
  const settle = (): void => {
    for (let next = waiting.shift(); next; next = waiting.shift()) next()
  }
  return { start, settle, waiting }
}

describe('M63 labels are placed beside the page', () => {
  test('where they are placed on it, with the widths that the page measures', () => {
    const { start, settle } = slowPost()
    let placed: readonly PlacedLabel[] = []
    let measured = 0
    const measure: Measure = (text, font) => {
      measured++
      return wide(text, font)
    }
    const places = new LabelPlaces(measure, (found) => (placed = found), start)
    const bands = ['wall', 'town', 'street'] as const
    for (let seed = 1; seed <= 30; seed++) {
      const ground = groundOf({ ...VIEW, band: bands[seed % 3]! })
      places.place(ground, aFrame(seed))
      settle()
      expect(placed).toEqual(placedIn(ground, aFrame(seed), wide))
      expect(placed.length).toBeGreaterThan(0)
    }
    const before = measured
    places.place(groundOf({ ...VIEW, band: 'town' }), aFrame(1))
    settle()
    expect(measured).toBe(before)
    places.forget()
    places.place(groundOf({ ...VIEW, band: 'town' }), aFrame(1))
    settle()
    expect(measured).toBeGreaterThan(before)
  })

  test('only the newest question is answered, and none after the end', () => {
    const { start, settle } = slowPost()
    const told: (readonly PlacedLabel[])[] = []
    const places = new LabelPlaces(wide, (found) => told.push(found), start)
    const ground = groundOf(VIEW)
    places.place(ground, aFrame(1))
    places.place(ground, aFrame(2))
    settle()
    expect(told).toEqual([placedIn(ground, aFrame(2), wide)])
    places.place(ground, aFrame(3))
    places.end()
    settle()
    expect(told).toHaveLength(1)
  })
})

test('H68 a placer whose script does not come is stood in for on the page, with what it was told before and after', async () => {
  let posted = 0
  const worker: Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'> = {
    ...{ onmessage: null, onerror: null, terminate: () => undefined },
    postMessage: () => {
      posted += 1
    },
  }
  const seen = aFrame(1)
  const placed: (readonly PlacedLabel[])[] = []
  const places = new LabelPlaces(
    wide,
    (labels) => placed.push(labels),
    (heard) => placerBeside(worker, heard),
  )
  places.place(groundOf(VIEW), seen)
  expect([placed.length, posted > 0]).toEqual([0, true])
  worker.onerror?.call(worker as Worker, new Event('error') as ErrorEvent)
  expect(placed).toHaveLength(1)
  expect(placed[0]!.length).toBeGreaterThan(0)
  places.place(groundOf(VIEW), aFrame(2))
  expect(placed).toHaveLength(2)
})
