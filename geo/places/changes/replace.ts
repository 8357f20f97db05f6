import type { Place } from '../../facts'
import { overlapAreaM2 } from '../../geometry/overlay/overlay'
import { areaM2 } from '../../geometry/rings/area'
import type { Shape } from '../../geometry/rings/shape'
import { begun, end, leftOver, shareOut, totalOf, unlessTold } from './become'
import type { Changing, Standing } from './changing'

/** Less than this share of a place outside another is a border drawn twice. */
const WITHIN = 0.98
/** Less than this share of a place in another is a border drawn twice. */
const OVER = 0.02

/**
 * 以本文件替换: which place became which only their grounds tell. One that lies in a new one is its part, one that new
 * ones fill is their whole; of any other the ground alone is kept.
 */
export function replace(standing: Standing, changing: Changing): void {
  const { change, rowOf, before } = changing
  const fresh = change.begins.map((one): Place => {
    const place = begun(one, changing, change.ends[0]!)
    return { ...place, parent: rowOf(one.code)?.parent ?? null }
  })
  for (const code of change.ends) {
    const alike = fresh.filter(({ kind }) => kind === before.place(code)!.kind)
    const lies = liesTo(code, before.shapeOf(code), alike)
    if (lies.role === 'part') asPart(standing, { code, into: lies.heirs[0]!, changing })
    else if (lies.role === 'whole') asWhole(standing, { code, heirs: lies.heirs, changing })
    else asLoose(standing, { code, heirs: lies.heirs, fresh: alike, changing })
  }
  for (const place of fresh) if (!standing.has(place.code)) standing.set(place.code, place)
}

interface Ending {
  readonly code: string
  readonly changing: Changing
}

function asPart(standing: Standing, { code, into, changing }: Ending & { readonly into: Place }): void {
  const former = end(standing, code, { role: 'part', heirs: [into.code], parent: into.code, changing })
  standing.set(former.code, unlessTold(former, into))
}

function asWhole(
  standing: Standing,
  { code, heirs, changing }: Ending & { readonly heirs: readonly Place[] },
): void {
  const { before } = changing
  const around = before.holderOf(code)
  const total = totalOf(changing, code)
  const codes = heirs.map((one) => one.code)
  const former = end(standing, code, { role: 'whole', heirs: codes, parent: around, changing })
  standing.set(former.code, { ...former, ...leftOver(total, heirs) })
  for (const heir of heirs) standing.set(heir.code, { ...heir, parent: former.code })
  shareOut(standing, { of: code, parts: heirs, changing })
}

function asLoose(
  standing: Standing,
  {
    code,
    heirs,
    fresh,
    changing,
  }: Ending & { readonly heirs: readonly Place[]; readonly fresh: readonly Place[] },
): void {
  const { before } = changing
  const codes = heirs.map((one) => one.code)
  const shape = before.shapeOf(code)
  const former = end(standing, code, { role: 'loose', heirs: codes, parent: before.parentOf(code), changing })
  standing.set(former.code, { ...former, shape, isCountedElsewhere: true })
  shareOut(standing, { of: code, parts: fresh, changing })
}

interface Lies {
  readonly role: 'part' | 'whole' | 'loose'
  readonly heirs: readonly Place[]
}

function liesTo(code: string, shape: Shape | null, fresh: readonly Place[]): Lies {
  const same = fresh.filter((one) => one.code === code)
  if (!shape || shape.length === 0) return { role: same.length > 0 ? 'part' : 'loose', heirs: same }
  const area = areaM2(shape)
  const over = fresh.flatMap((place) => {
    if (!place.shape) return []
    const common = overlapAreaM2(shape, place.shape)
    return common > OVER * Math.min(area, areaM2(place.shape)) ? [{ place, common }] : []
  })
  const heirs = over.map(({ place }) => place)
  const holder = over.find(({ common }) => common >= WITHIN * area)
  if (holder) return { role: 'part', heirs: [holder.place] }
  const inside = over.every(({ place, common }) => common >= WITHIN * areaM2(place.shape!))
  const filled = over.reduce((sum, { common }) => sum + common, 0) >= WITHIN * area
  return { role: inside && filled ? 'whole' : 'loose', heirs }
}
