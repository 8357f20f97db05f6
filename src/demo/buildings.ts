import { insideShape } from './land/dissolve'
import { toGrid } from './land/ground'
import type { Land, PlotGround } from './land/land'
import type { DemoPlace, Register } from './places'
import { apportion, type Random, seeded } from './random'

/** Buildings of the compounds in sealed zones: rows of slabs between the compound's walls, people adding up. */
export function buildingsOf(
  land: Land,
  places: Register,
  sealed: ReadonlyMap<string, readonly PlotGround[]>,
): DemoPlace[] {
  const random = seeded(94)
  const out: DemoPlace[] = []
  for (const plots of sealed.values()) {
    for (const plot of plots) {
      const compound = places.compounds.find((c) => c.plot === plot)!
      const of = places.byCode.get(compound.code)!
      for (const slab of slabs(land, { plot, compound: of, random })) out.push(slab)
    }
  }
  return out.sort((a, b) => (a.code < b.code ? -1 : 1))
}

function slabs(
  land: Land,
  {
    plot,
    compound,
    random,
  }: { readonly plot: PlotGround; readonly compound: DemoPlace; readonly random: Random },
): DemoPlace[] {
  const quarter = land.quarters.find((q) => q.plots.includes(plot.plot))!
  const [s0, s1] = plot.plot.s
  const [d0, d1] = plot.plot.d
  const columns = Math.max(1, Math.round((s1 - s0 - 0.03) / 0.095))
  const rows = Math.max(2, Math.round((d1 - d0 - 0.03) / 0.048))
  const shapes: DemoPlace['shape'][] = []
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (rows * columns > 4 && random() < 0.12) continue
      const wide = (s1 - s0 - 0.03) / columns
      const high = (d1 - d0 - 0.03) / rows
      const u0 = s0 + 0.015 + column * wide + wide * (0.08 + 0.06 * random())
      const u1 = s0 + 0.015 + (column + 1) * wide - wide * (0.08 + 0.06 * random())
      const v0 = d0 + 0.015 + row * high + high * 0.28
      const v1 = v0 + Math.min(0.016, high * 0.5)
      const ring = [quarter.map(u0, v0), quarter.map(u1, v0), quarter.map(u1, v1), quarter.map(u0, v1)].map(
        toGrid,
      )
      if (ring.every((p) => insideShape(plot.shape, p))) shapes.push([[ring]])
    }
  }
  const weights = shapes.map(() => 0.7 + 0.6 * random())
  const people = apportion(compound.people, weights)
  const households = apportion(compound.households, weights)
  return shapes.map((shape, i) => ({
    code: `${compound.code}${String(i + 1).padStart(3, '0')}`,
    name: `${i + 1}号楼`,
    kind: 'building',
    parent: compound.code,
    people: people[i]!,
    households: households[i]!,
    aliases: [],
    shape,
  }))
}
