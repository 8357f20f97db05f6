import type { FormerPlace, Place, PlaceBegun } from '../../facts'
import { contains } from '../../geometry/rings/contains'
import { type Residents, residentsOf } from '../people'
import type { Changing, Standing } from './changing'

/** The place that begins: what a person says of it, else its row in a file, else nothing. */
export function begun(
  { code, name, people, households }: PlaceBegun,
  { change, rowOf, before }: Changing,
  like: string,
): Place {
  const row = rowOf(code)
  const model = before.place(like)!
  const earlier = change.ends.includes(code) ? before.place(code) : null
  return {
    code,
    name: name ?? row?.name ?? earlier?.name ?? code,
    kind: row?.kind ?? model.kind,
    parent: before.holderOf(like),
    people: people ?? row?.people ?? null,
    households: households ?? row?.households ?? null,
    aliases: row?.aliases ?? earlier?.aliases ?? [],
    shape: row?.shape ?? null,
    origin: row?.origin ?? earlier?.origin ?? change.origin,
  }
}

/** The place that ends stays as a former one; everything that lay in it goes on lying in it. */
export function end(
  standing: Standing,
  code: string,
  {
    role,
    heirs,
    parent,
    changing,
  }: Pick<FormerPlace, 'role' | 'heirs'> & {
    readonly parent: string | null
    readonly changing: Changing
  },
): Place {
  const { change, before, formerOf } = changing
  const key = formerOf(code)
  const own = standing.get(code)!
  const former: Place = { ...own, code: key, parent, former: { role, until: change.at, heirs } }
  standing.delete(code)
  standing.set(key, former)
  for (const child of before.heldBy(code))
    if (standing.has(child) && !change.ends.includes(child))
      standing.set(child, { ...standing.get(child)!, parent: key })
  return former
}

interface Sharing {
  readonly of: string
  readonly parts: readonly Place[]
  readonly changing: Changing
}

/**
 * What lay in a place that was divided lies in the part that holds it. Where nothing tells, it stays in the former
 * place, and parts of which the people are known count its people. Of a place that had become a part of it only the ground tells more.
 */
export function shareOut(standing: Standing, { of, parts, changing }: Sharing): void {
  const { before, change } = changing
  const isTold = parts.some(({ people, households }) => people !== null || households !== null)
  const counted = isTold ? { isCountedElsewhere: true as const } : {}
  for (const child of before.heldBy(of)) {
    const place = standing.get(child)
    if (!place || change.ends.includes(child) || parts.some(({ code }) => code === child)) continue
    if (place.former?.role === 'part') {
      standing.set(child, { ...place, ...counted, former: { ...place.former, role: 'loose' } })
      shareOut(standing, { of: child, parts, changing })
      continue
    }
    const point = before.pointOf(child)
    const holder = point && parts.find(({ shape }) => shape && contains(shape, point))
    standing.set(child, holder ? { ...place, parent: holder.code } : { ...place, ...counted })
  }
}

/** People and households of a place with everything in it, as they were. */
export const totalOf = ({ before }: Changing, code: string): Residents => residentsOf(before).totalOf(code)

/** What a place says of its own people, where the places that follow it do not all say theirs. */
export function leftOver(figures: Residents, parts: readonly Residents[]): Residents {
  const isTold = (name: keyof Residents): boolean => parts.every((part) => part[name] !== null)
  return {
    people: isTold('people') ? null : figures.people,
    households: isTold('households') ? null : figures.households,
  }
}

/** Its own people, unless the place in which it now lies says how many live there. */
export const unlessTold = (own: Place, by: Place): Place => ({
  ...own,
  people: by.people === null ? own.people : null,
  households: by.households === null ? own.households : null,
})
