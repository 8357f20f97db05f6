import type { FeatureCollection } from 'geojson'
import { describe, expect, test } from 'vitest'
import type { Bounds, Facts, Survey, SurveyWeeks } from '#geo'
import { casesPart } from '../../../src/layers/cases/cases'
import type { MapViewState } from '../../../src/layers/part'
import { placesPart } from '../../../src/layers/places/places'
import { denseVillages } from '../../../src/map/inset/dense-ground'
import { type Inset, insetOf, LARGER } from '../../../src/map/inset/inset'
import { fittingCamera, groundSeen, projectorOf } from '../../../src/map/projector'
import { aSurvey } from '../../helpers/a-survey'
import { aFacts, aPlace, box } from '../../helpers/facts'

const [WEST, SOUTH, STEP] = [120, 23, 0.02]
const [COLUMNS, ROWS] = [18, 20]
const SIZE = [1920, 1080] as const
const PADDING = { top: 176, right: 480, bottom: 206, left: 468 }
const FRAME = [468, 176, 1440, 874] as const
const BOUNDS: Bounds = [WEST, SOUTH, WEST + COLUMNS * STEP, SOUTH + ROWS * STEP]

/** A district of villages in a grid, as high as the frame and narrower. */
const register: Facts = aFacts({
  places: Array.from({ length: COLUMNS * ROWS }, (_, at) => {
    const [x, y] = [WEST + (at % COLUMNS) * STEP, SOUTH + Math.floor(at / COLUMNS) * STEP]
    return aPlace({ code: `V${at}`, kind: 'village', people: 1000, shape: box(x, y, x + STEP, y + STEP) })
  }),
})

/** Cases in four villages round one corner, and one in each of the others so many. */
function surveyOf(dense: number, elsewhere: number): Survey {
  const middle = [2, 3].flatMap((row) => [2, 3].map((column) => row * COLUMNS + column))
  const villages = register.places.flatMap(({ code }, at) => {
    const week = middle.includes(at) ? dense : elsewhere
    return week > 0 ? [{ code, week, people: 1000 }] : []
  })
  const hotspot = { code: 'V38', name: '', towns: [], villages: 4, week: 4 * dense, before: 0 }
  const weeks: SurveyWeeks = {
    ...{
      days: { from: '2022-05-20', to: '2022-05-26' },
      daysBefore: { from: '2022-05-13', to: '2022-05-19' },
    },
    ...{ towns: [], townless: null, whole: { week: 0, before: 0, people: null, total: 0 }, villages },
    hotspots: [
      { ...hotspot, centre: [WEST + 3 * STEP, SOUTH + 3 * STEP] },
      { ...hotspot, code: 'V300', week: 10, centre: [WEST + 12 * STEP, SOUTH + 16 * STEP] },
    ],
  }
  return { ...aSurvey, zones: [], weeks }
}

const asked = (survey: Survey, bounds = BOUNDS) =>
  insetOf({ register, survey, bounds, size: SIZE, padding: PADDING, k: 1 })

describe('ground that the wall shows larger', () => {
  const inset = asked(surveyOf(100, 1)) as Inset

  test('M52 where half of the cases lie on less than a twentieth of the ground, else nowhere', () => {
    expect(denseVillages(register, surveyOf(100, 1)).map(({ week }) => week)).toEqual([100, 100, 100, 100])
    expect(denseVillages(register, surveyOf(9, 9))).toEqual([])
    expect(asked(surveyOf(9, 9))).toBeNull()
    expect(asked(surveyOf(0, 0))).toBeNull()
  })

  test('M52 two and a half times as large, round its cases, on ground that is empty', () => {
    const beside = fittingCamera(BOUNDS, SIZE, inset.padding)
    expect(inset.camera.zoom - beside.zoom).toBeCloseTo(Math.log2(LARGER), 9)
    const [west, south, east, north] = inset.ground
    expect([
      west < WEST + 2 * STEP,
      east > WEST + 4 * STEP,
      south < SOUTH + 2 * STEP,
      north > SOUTH + 4 * STEP,
    ]).toEqual([true, true, true, true])
    const [left, top, right, bottom] = inset.block
    // the rim below and right of the frame has no words of the map
    expect([left >= FRAME[0], top >= FRAME[1], right <= FRAME[2] + 4, bottom <= FRAME[3] + 20]).toEqual(
      Array(4).fill(true),
    )
    const project = projectorOf(beside, SIZE)
    const [[x0, y1], [x1, y0]] = [project([BOUNDS[0], BOUNDS[1]]), project([BOUNDS[2], BOUNDS[3]])]
    expect(x0).toBeGreaterThanOrEqual(FRAME[0] - 1e-6)
    expect(x1).toBeLessThanOrEqual(FRAME[2] + 1e-6)
    expect(left >= x1 || right <= x0 || top >= y1 || bottom <= y0, 'nothing of the district is covered').toBe(
      true,
    )
    const { right: foot, bottom: floor } = inset.discs!
    expect(foot <= x0 || foot - 172 >= x1 || floor <= y0, 'nor by the scale of the discs').toBe(true)
  })

  test('M52 a district that fills the frame has none', () => {
    const [, , , north] = BOUNDS
    const wide: Bounds = [WEST, SOUTH, WEST + 1.6 * COLUMNS * STEP, north]
    const filled: Facts = aFacts({
      places: register.places.map((place, at) => {
        const [x, y] = [WEST + (at % COLUMNS) * 1.6 * STEP, SOUTH + Math.floor(at / COLUMNS) * STEP]
        return { ...place, shape: box(x, y, x + 1.6 * STEP, y + STEP) }
      }),
    })
    expect(
      insetOf({
        register: filled,
        survey: surveyOf(100, 1),
        bounds: wide,
        size: SIZE,
        padding: PADDING,
        k: 1,
      }),
    ).toBeNull()
  })

  test('M52 each disc is drawn once, in one scale; the words of the scale are said beside it', () => {
    const view: MapViewState = {
      ...{ theme: 'dark', k: 1, band: 'district', scale: 16, short: 690, layout: 'wall', locale: 'zh' },
      ...{ selection: { selected: null, hovered: null }, hidden: new Set(), roadClasses: null, density: 1 },
      caseWindowDays: null,
    }
    const facts = { register, survey: surveyOf(100, 1), coverage: null, assess: null }
    const drawn = (isLarger: boolean) => casesPart(facts, { ...view, inset: { ...inset, isLarger } })
    const discsIn = (part: ReturnType<typeof drawn>): number =>
      (part.sources.discs as { data: FeatureCollection }).data.features.length
    expect([discsIn(drawn(false)), discsIn(drawn(true))]).toEqual([1, 2])
    expect(drawn(false).legend).toEqual(drawn(true).legend)
    expect(drawn(false).legend![0]!.isAside).toBe(true)
    expect(casesPart(facts, view).labels!.length).toBe(2)
  })

  test('M52 a town whose middle is shown larger has its name there and not on the map beside it', () => {
    const town = (code: string, column: number, row: number) => {
      const [x, y] = [WEST + column * STEP, SOUTH + row * STEP]
      return aPlace({ code, kind: 'town', name: code, people: 1, shape: box(x, y, x + STEP, y + STEP) })
    }
    const towns = aFacts({ places: [town('within', 2, 2), town('far', 12, 16)] })
    const view: MapViewState = {
      ...{ theme: 'dark', k: 1, band: 'district', scale: 16, short: 690, layout: 'wall', locale: 'zh' },
      ...{ selection: { selected: null, hovered: null }, hidden: new Set(), roadClasses: null, density: 1 },
      caseWindowDays: null,
    }
    const facts = { register: towns, survey: null, coverage: null, assess: null }
    const named = (isLarger: boolean): string[] =>
      placesPart(facts, { ...view, inset: { ...inset, isLarger } }).labels!.map(({ id }) => id)
    expect([named(false), named(true)]).toEqual([['town/far'], ['town/within', 'town/far']])
  })

  test('M52 the window seen at a camera is the ground between its corners', () => {
    const camera = fittingCamera(BOUNDS, SIZE, PADDING)
    const project = projectorOf(camera, SIZE)
    const [west, south, east, north] = groundSeen(camera, [300, 200])
    const corners = [...project([west, north]), ...project([east, south])]
    for (const [at, px] of [960 - 150, 540 - 100, 960 + 150, 540 + 100].entries())
      expect(corners[at]).toBeCloseTo(px, 6)
  })
})
