import type { PlaceKind } from '#geo'
import { type GridShape, ringKm2, shapeKm2 } from './land/dissolve'
import type { Hamlet } from './land/hamlets'
import type { Land, PlotGround, Village } from './land/land'
import { TOWNS } from './land/settle'
import { Names } from './names'
import { apportion, type Random, seeded } from './random'

export interface DemoPlace {
  readonly code: string
  readonly name: string
  readonly kind: PlaceKind
  readonly parent: string | null
  readonly people: number
  readonly households: number
  readonly aliases: readonly string[]
  readonly shape: GridShape | null
}

/** All places of the district, with the links back to the ground they were made from. */
export interface Register {
  readonly rows: readonly DemoPlace[]
  readonly codeOfVillage: ReadonlyMap<number, string>
  readonly compounds: readonly Compound[]
  readonly byCode: ReadonlyMap<string, DemoPlace>
}

export interface Compound {
  readonly code: string
  readonly village: number
  readonly plot: PlotGround | null
  readonly hamlet: Hamlet | null
  readonly weight: number
}

export const DISTRICT = '339901'
export const PEOPLE = 614_000

const fixedVillages: readonly (readonly [town: string, name: string])[] = [
  ['青塘镇', '姚家店'],
  ['云台镇', '郑家庄'],
  ['白石镇', '武家集'],
  ['柳林镇', '彭家桥'],
  ['石门镇', '龚家圩'],
  ['南渡镇', '廖家渡'],
  ['青塘镇', '胡家坝'],
]

const two = (n: number): string => String(n).padStart(3, '0')

/** Names, codes and people for towns, villages and compounds: 614,000 people who add up at every level. */
export function register(
  land: Land,
  hamlets: readonly Hamlet[],
  named: ReadonlyMap<PlotGround, string>,
): Register {
  const names = new Names(2022)
  for (const [, name] of fixedVillages) names.take(name)
  for (const name of named.values()) names.take(name)
  const random = seeded(614)
  const compounds = compoundsOf(land, hamlets, random)
  const people = apportion(
    PEOPLE,
    compounds.map((c) => c.weight),
  )
  const households = compounds.map((c, i) =>
    Math.max(1, Math.round(people[i]! / (c.plot ? 2.5 + random() * 0.32 : 2.9 + random() * 0.5))),
  )
  const codes = codesOf(land)
  const serial = new Map<string, number>()
  const villageNames = nameVillages(land, names)
  const homes = compounds.map((c, i): DemoPlace & Compound => {
    const parent = codes.get(c.village)!
    const n = (serial.get(parent) ?? 0) + 1
    serial.set(parent, n)
    const name = c.plot ? (named.get(c.plot) ?? names.compound()) : names.hamlet(villageNames[c.village]!)
    return {
      ...c,
      code: `${parent}${two(n)}`,
      name,
      kind: 'compound',
      parent,
      people: people[i]!,
      households: households[i]!,
      aliases: aliasesOf(name, c.plot !== null, random),
      shape: c.plot ? c.plot.shape : [[c.hamlet!.ring]],
    }
  })
  const rows = assembled(land, { codes, villageNames, homes, random })
  return { rows, codeOfVillage: codes, compounds: homes, byCode: new Map(rows.map((row) => [row.code, row])) }
}

function compoundsOf(land: Land, hamlets: readonly Hamlet[], random: Random): Omit<Compound, 'code'>[] {
  const out: Omit<Compound, 'code'>[] = []
  for (const plot of land.plots) {
    if (plot.plot.use !== 'homes') continue
    const town = land.villages[plot.village]!.town
    const density = town.endsWith('镇') ? 5.2 : plot.plot.d[0] < 0 ? 13 : 15
    out.push({
      village: plot.village,
      plot,
      hamlet: null,
      weight: shapeKm2(plot.shape) * density * (0.55 + random() * 0.9),
    })
  }
  for (const hamlet of hamlets) {
    out.push({
      village: hamlet.village,
      plot: null,
      hamlet,
      weight: 0.03 + ringKm2(hamlet.ring) * 8 * (0.7 + random() * 0.6),
    })
  }
  return out
}

function codesOf(land: Land): Map<number, string> {
  const out = new Map<number, string>()
  TOWNS.forEach((town, t) => {
    const own = land.villages
      .filter((v) => v.town === town.name)
      .sort((a, b) => Number(b.urban) - Number(a.urban) || a.index - b.index)
    own.forEach((v, i) => {
      out.set(v.index, `${DISTRICT}${two(t + 1)}${two(i + 1)}`)
    })
  })
  return out
}

function nameVillages(land: Land, names: Names): string[] {
  const left = [...fixedVillages]
  const quiet = (v: Village): boolean => !v.urban && shapeKm2(v.shape) < 2.6
  return land.villages.map((v) => {
    const at = left.findIndex(([town]) => town === v.town && quiet(v))
    if (at >= 0) return left.splice(at, 1)[0]![1]
    if (!v.urban) return names.village()
    return names.community()
  })
}

function aliasesOf(name: string, urban: boolean, random: Random): string[] {
  if (random() > 0.16) return []
  if (!urban) return [`${name}自然村`]
  return [random() < 0.5 ? `${name.slice(0, 2)}一期` : `${name}小区`].filter(
    (alias) => alias !== name && !name.endsWith('小区'),
  )
}

interface Assembly {
  readonly codes: ReadonlyMap<number, string>
  readonly villageNames: readonly string[]
  readonly homes: readonly DemoPlace[]
  readonly random: Random
}

function assembled(land: Land, { codes, villageNames, homes }: Assembly): DemoPlace[] {
  const sum = (rows: readonly DemoPlace[]): { people: number; households: number } => ({
    people: rows.reduce((a, r) => a + r.people, 0),
    households: rows.reduce((a, r) => a + r.households, 0),
  })
  const villages = land.villages.map((v): DemoPlace => {
    const code = codes.get(v.index)!
    return {
      code,
      name: villageNames[v.index]!,
      kind: 'village',
      parent: code.slice(0, 9),
      aliases: v.urban ? [] : [`${villageNames[v.index]}村`],
      ...sum(homes.filter((h) => h.parent === code)),
      shape: v.shape,
    }
  })
  const towns = TOWNS.map((town, t): DemoPlace => {
    const code = `${DISTRICT}${two(t + 1)}`
    return {
      code,
      name: town.name,
      kind: 'town',
      parent: DISTRICT,
      aliases: [town.name.slice(0, 2)],
      ...sum(villages.filter((v) => v.parent === code)),
      shape: land.towns.get(town.name)!,
    }
  })
  const district: DemoPlace = {
    code: DISTRICT,
    name: '澜溪区',
    kind: 'district',
    parent: null,
    aliases: ['澜溪', 'Lanxi District'],
    ...sum(towns),
    shape: land.district,
  }
  const bare = (p: DemoPlace): DemoPlace => ({
    code: p.code,
    name: p.name,
    kind: p.kind,
    parent: p.parent,
    people: p.people,
    households: p.households,
    aliases: p.aliases,
    shape: p.shape,
  })
  const order = (a: DemoPlace, b: DemoPlace): number => (a.code < b.code ? -1 : 1)
  return [district, ...towns, ...[...villages].sort(order), ...homes.map(bare).sort(order)]
}
