/** A made-up district: 沙澧区 with eight towns of nine villages each, as squares. 张庄村 lies in every town. */
export interface Village {
  readonly code: string
  readonly name: string
  readonly town: Town
  readonly centre: readonly [number, number]
}

export interface Town {
  readonly code: string
  readonly name: string
  readonly villages: readonly Village[]
}

const DISTRICT = '411199'
const TOWNS = ['马桥镇', '柳河镇', '青石镇', '上坡乡', '后湖乡', '东关街道', '西湖街道', '新店镇']
const FAMILIES = ['赵', '钱', '孙', '李', '周', '吴', '郑', '王', '冯', '陈', '褚', '卫']
const GROUNDS = ['庄', '寨', '营', '楼', '岗', '湾', '集', '洼']
const SIDE = 0.02
const [WEST, SOUTH] = [113.9, 33.5]

/** The village whose name every town has. */
export const SHARED_NAME = '张庄村'

export const TOWNSHIPS: readonly Town[] = TOWNS.map((name, at) => {
  const villages: Village[] = []
  const town: Town = { code: `${DISTRICT}${String(100 + at)}`, name, villages }
  for (let i = 0; i < 9; i += 1)
    villages.push({
      code: `${town.code}${String(201 + i)}`,
      name: i === 8 ? SHARED_NAME : `${FAMILIES[(at + i) % FAMILIES.length]}${GROUNDS[at]}村`,
      town,
      centre: [WEST + SIDE * (i + 0.5), SOUTH + SIDE * (at + 0.5)],
    })
  return town
})

const square = ([x, y]: readonly [number, number]): number[][][] => {
  const corner = (dx: number, dy: number): number[] => [
    Number((x + (dx * SIDE) / 2).toFixed(6)),
    Number((y + (dy * SIDE) / 2).toFixed(6)),
  ]
  return [[corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1), corner(-1, -1)]]
}

/** The district as the file that lies beside every workbook. */
export function groundFile(): string {
  const feature = (code: string, name: string, parent: string, shape: number[][][] | null): object => ({
    type: 'Feature',
    properties: { code, name, parent },
    geometry: shape && { type: 'Polygon', coordinates: shape },
  })
  const features = [
    feature(DISTRICT, '沙澧区', '', null),
    ...TOWNSHIPS.flatMap((town) => [
      feature(town.code, town.name, DISTRICT, null),
      ...town.villages.map(({ code, name, centre }) => feature(code, name, town.code, square(centre))),
    ]),
  ]
  return JSON.stringify({ type: 'FeatureCollection', features })
}
