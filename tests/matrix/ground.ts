import proj4 from 'proj4'
import { encoded } from '../helpers/encoded'
import { seeded } from '../helpers/seeded'
import { hasSharedData, readSharedData } from '../helpers/shared-data'

type Position = readonly [number, number]

export interface Village {
  readonly code: string
  readonly name: string
  /** outer ring first, clockwise and closed */
  readonly rings: readonly (readonly Position[])[]
}

export interface Address {
  readonly id: string
  readonly day: string
  readonly kind: string
  readonly place: string
  readonly at: Position
}

/** Villages with their ground and addresses with their position, in WGS-84, on the mainland. */
export interface Ground {
  readonly villages: readonly Village[]
  readonly addresses: readonly Address[]
}

/** Signs that GB18030 and Big5 both have. */
const NAMES = ['大同', '永和', '中正', '信義', '文山', '松山', '內湖', '士林']

function addressesIn(villages: readonly Village[], count: number): Address[] {
  const random = seeded(600)
  return Array.from({ length: count }, (_, i) => {
    const { code, rings } = villages[i % villages.length]!
    const ring = rings[0]!
    const [a, b] = [ring[random.between(0, ring.length - 2)]!, ring[random.between(0, ring.length - 2)]!]
    const share = random.next()
    return {
      id: `A${i + 1}`,
      day: `2022-07-${String(random.between(1, 28)).padStart(2, '0')}`,
      kind: random.chance(0.5) ? 'confirmed' : 'asymptomatic',
      place: code,
      at: [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])],
    }
  })
}

/** Ground of the project's own: `count` villages with corners that no grid has, every third with a hole. */
export function madeUpGround(count: number, addresses: number): Ground {
  const random = seeded(12)
  const villages = Array.from({ length: count }, (_, i): Village => {
    const [lon, lat] = [114 + (i % 6) * 0.02 + random.next() / 1e3, 33.5 + Math.floor(i / 6) * 0.02]
    const at = (x: number, y: number): Position => [
      lon + x + random.next() / 1e4,
      lat + y + random.next() / 1e4,
    ]
    const [a, b, c, d, e] = [at(0, 0), at(0, 0.01), at(0.005, 0.013), at(0.01, 0.01), at(0.01, 0)]
    const hole = [at(0.004, 0.004), at(0.006, 0.004), at(0.006, 0.006)]
    const outer = [a, b, c, d, e, a]
    return {
      code: `41110400120${String(i).padStart(2, '0')}`.slice(0, 9) + String(201 + i).padStart(3, '0'),
      name: `${NAMES[i % NAMES.length]}${'甲乙丙丁'[i % 4]}里`,
      rings: i % 3 === 0 ? [outer, [...hole, hole[0]!]] : [outer],
    }
  })
  return { villages, addresses: addressesIn(villages, addresses) }
}

const TAIPEI = 'encodings/taipei_villages_epsg3826.geojson'
export const hasRealGround = hasSharedData(TAIPEI)

interface Collection {
  readonly features: readonly {
    readonly properties: { readonly VILLCODE: string; readonly VILLNAME: string }
    readonly geometry: { readonly coordinates: readonly (readonly Position[])[] }
  }[]
}

/** Where Taipei's corner is put, so that the frames of the mainland mean something. */
const [EAST, NORTH] = [-7.5, 8.5]

/** Whether the sign can stand in every encoding of the matrix. */
function isInBoth(sign: string): boolean {
  try {
    for (const encoding of ['gb18030', 'big5'] as const) encoded(sign, encoding)
    return true
  } catch {
    return false
  }
}

/** The 456 villages of Taipei, each as it is, moved onto the mainland, and 600 addresses in them. */
export function realGround(): Ground {
  const plane = proj4('+proj=tmerc +lat_0=0 +lon_0=121 +k=0.9999 +x_0=250000 +y_0=0 +ellps=GRS80')
  const { features } = readSharedData<Collection>(TAIPEI)
  const villages = features.map(({ properties, geometry }, i): Village => {
    const rings = geometry.coordinates.map((ring) =>
      ring.map(([x, y]): Position => {
        const [lon, lat] = plane.inverse([x, y]) as [number, number]
        return [lon + EAST, lat + NORTH]
      }),
    )
    return {
      code: `411104${String(1 + Math.floor(i / 100)).padStart(3, '0')}${String(200 + (i % 100))}`,
      name: [...properties.VILLNAME].map((sign) => (isInBoth(sign) ? sign : '里')).join(''),
      rings: rings.map((ring, at) => wound(ring, at === 0)),
    }
  })
  return { villages, addresses: addressesIn(villages, 600) }
}

/** The ring clockwise where it is an outer one, else the other way round. */
function wound(ring: readonly Position[], isOuter: boolean): readonly Position[] {
  let doubled = 0
  for (let i = 1; i < ring.length; i += 1)
    doubled += (ring[i]![0] - ring[i - 1]![0]) * (ring[i]![1] + ring[i - 1]![1])
  return doubled > 0 === isOuter ? ring : [...ring].reverse()
}
