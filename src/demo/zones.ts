import { shapeKm2 } from './land/dissolve'
import type { Land, PlotGround } from './land/land'
import { TOWNS } from './land/settle'
import { DISTRICT, type Register } from './places'
import { besides, plotsOf, SEALED } from './zoning'

export interface DemoStay {
  readonly id: string
  readonly name: string
  readonly level: 'sealed' | 'controlled' | 'precaution'
  readonly from: string
  readonly to: string | null
  readonly members: readonly string[]
  readonly parent: string | null
  /** its level before the first stay */
  readonly arrivedFrom?: DemoStay['level']
}

const day = (text: string): string => `2022-05-${text}:00+08:00`

/** Compounds of the core and the market towns that belong to sealed zones, with their names. */
export function sealedPlots(land: Land): {
  byZone: Map<string, PlotGround[]>
  names: Map<PlotGround, string>
} {
  const byZone = new Map<string, PlotGround[]>()
  const names = new Map<PlotGround, string>()
  for (const plan of SEALED) {
    const plots = plotsOf(land, plan)
    byZone.set(plan.id, plots)
    plots.forEach((plot, i) => names.set(plot, plan.homes[i] ?? `${plan.name}${i}`))
  }
  return { byZone, names }
}

/** Communities of the core whose block contains the point. */
function blockAt(land: Land, s: number, d: number): number {
  const plot = land.plots.find(
    (p) =>
      land.quarters[0]!.plots.includes(p.plot) &&
      p.plot.s[0] <= s &&
      p.plot.s[1] >= s &&
      p.plot.d[0] <= d &&
      p.plot.d[1] >= d,
  )
  if (!plot) throw new RangeError(`no plot of the core at ${s}, ${d}`)
  return plot.village
}

function seatVillages(land: Land, quarter: number): number[] {
  const own = land.quarters[quarter]!.plots
  return [...new Set(land.plots.filter((p) => own.includes(p.plot)).map((p) => p.village))]
}

/** The zones of the demo and all their stays, in the order in which they were drawn. */
export function zonesOf(
  land: Land,
  places: Register,
  sealed: ReadonlyMap<string, readonly PlotGround[]>,
): DemoStay[] {
  const code = (village: number): string => places.codeOfVillage.get(village)!
  const codes = (villages: readonly number[]): string[] => [...new Set(villages.map(code))].sort()
  const compounds = (id: string): string[] =>
    places.compounds
      .filter((c) => c.plot && sealed.get(id)!.includes(c.plot))
      .map((c) => c.code)
      .sort()
  const town = (name: string): string =>
    `${DISTRICT}${String(TOWNS.findIndex((t) => t.name === name) + 1).padStart(3, '0')}`
  const near = (quarter: number, count: number): number[] => {
    const seat = seatVillages(land, quarter)
    const name = land.villages[seat[0]!]!.town
    const beside = besides(land, seat).filter((v) => land.villages[v]!.town === name)
    return [
      ...seat,
      ...beside
        .sort((a, b) => shapeKm2(land.villages[a]!.shape) - shapeKm2(land.villages[b]!.shape))
        .slice(0, count),
    ]
  }
  const C01 = codes(
    [
      [-3, 1.5],
      [-2.3, 1.5],
      [-3, 1],
      [-2.3, 1],
      [-2.3, 0.4],
    ].map(([s, d]) => blockAt(land, s!, d!)),
  )
  const C02 = codes(
    [
      [0.1, 1],
      [0.8, 1],
      [0.1, 1.5],
      [0.8, 1.5],
    ].map(([s, d]) => blockAt(land, s!, d!)),
  )
  const C05 = codes(
    [
      [-2.3, -0.4],
      [-1.6, -0.4],
      [-1, -0.4],
    ].map(([s, d]) => blockAt(land, s!, d!)),
  )
  const C03 = codes(near(4, 2))
  const C04 = codes(near(5, 2))
  const lonely = [...places.rows].find((row) => row.name === '姚家店')!.code
  const stay = (
    id: string,
    name: string,
    level: DemoStay['level'],
    span: readonly [string, string | null],
    members: readonly string[],
    parent: string | null = null,
  ): DemoStay => ({
    id,
    name,
    level,
    from: day(span[0]),
    to: span[1] ? day(span[1]) : null,
    members,
    parent,
  })
  return [
    stay('S-01', '锦绣苑片区', 'sealed', ['13T20:00', null], compounds('S-01'), 'C-01'),
    stay('S-02', '鼓楼市场片区', 'sealed', ['13T22:00', null], compounds('S-02'), 'C-01'),
    stay('S-03', '纺织厂家属区', 'sealed', ['14T18:00', null], compounds('S-03'), 'C-02'),
    stay('S-04', '青塘工业园宿舍', 'sealed', ['15T16:00', null], compounds('S-04'), 'C-03'),
    stay('S-05', '姚家店', 'sealed', ['16T14:00', null], [lonely]),
    stay('S-06', '柳林老街', 'sealed', ['14T20:00', null], compounds('S-06'), 'C-04'),
    stay('S-07', '临江里', 'sealed', ['17T10:00', null], compounds('S-07'), 'C-05'),
    stay('S-08', '沙湾集市', 'sealed', ['13T21:00', '23T08:00'], compounds('S-08')),
    stay('S-08', '沙湾集市', 'controlled', ['23T08:00', '27T08:00'], compounds('S-08')),
    stay('C-01', '文昌中片', 'controlled', ['13T20:00', null], C01),
    stay('C-02', '东门西片', 'sealed', ['14T18:00', '24T08:00'], C02),
    stay('C-02', '东门西片', 'controlled', ['24T08:00', null], C02),
    stay('C-03', '青塘集镇', 'controlled', ['15T16:00', null], C03),
    stay('C-04', '柳林集镇', 'controlled', ['14T20:00', null], C04),
    stay('C-05', '望江北片', 'sealed', ['15T18:00', '25T08:00'], C05),
    stay('C-05', '望江北片', 'controlled', ['25T08:00', null], C05),
    stay(
      'P-01',
      '文昌、望江其余区域',
      'precaution',
      ['13T20:00', null],
      [town('文昌街道'), town('望江街道')],
    ),
    stay('P-02', '东门街道其余区域', 'precaution', ['14T18:00', null], [town('东门街道')]),
    stay('P-03', '青塘镇其余区域', 'precaution', ['15T16:00', null], [town('青塘镇')]),
    stay('P-04', '柳林镇其余区域', 'precaution', ['14T20:00', null], [town('柳林镇')]),
    {
      ...stay('P-05', '沙湾镇其余区域', 'precaution', ['13T21:00', '27T08:00'], [town('沙湾镇')]),
      arrivedFrom: 'controlled',
    },
  ]
}
