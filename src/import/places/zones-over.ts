import {
  type Facts,
  type Hierarchy,
  intersection,
  levelNamed,
  type Moment,
  representativePoint,
  type ZoneStayGround,
  zoneOverlaps,
  zoneShape,
} from '#geo'
import type { SourceRow } from '../../log/rows/columns'
import type { Policies } from '../across'
import type { ListFile } from '../list-file'
import type { ProblemPair } from '../problem'
import { zoneGround } from './zone-ground'

interface ZoneContext {
  readonly hierarchy: Hierarchy
  readonly existing: Facts | null
  readonly policies: Policies
  readonly policy: string | null
}

/**
 * Pairs of zones that lie over each other at one time, of which a file brought at least one, with the first file of
 * zones; null where none came. Members count with their ground, as in the kernel.
 */
export function zonesOverEachOther(
  lists: readonly ListFile[],
  context: ZoneContext,
): { readonly file: string; readonly pairs: readonly ProblemPair[] } | null {
  const zones = lists.filter(({ kind, taken }) => kind.list === 'zones' && taken.length > 0)
  const [first] = zones
  if (!first) return null
  const rows = zones.flatMap(({ taken }) => [...taken])
  const brought = new Set(rows.map(({ values }) => String(values.id)))
  const held = (context.existing?.zones ?? []).filter(({ id }) => !brought.has(id))
  const places = context.existing?.places ?? []
  const stays: ZoneStayGround[] = [
    ...rows.map(({ values }) => stayOf(values, context)),
    ...held.map((stay) => ({
      ...{
        id: stay.id,
        level: stay.level,
        parent: stay.parent,
        from: stay.from.at,
        to: stay.to?.at ?? Number.POSITIVE_INFINITY,
      },
      shape: zoneShape(stay, places),
    })),
  ]
  const pairs = zoneOverlaps(stays).filter(({ a, b }) => brought.has(a) || brought.has(b))
  return {
    file: first.path,
    pairs: pairs.map(({ a, b, areaM2, shapes }) => ({
      ...{ a, b, areaM2 },
      position: representativePoint(intersection(...shapes)),
    })),
  }
}

function stayOf(values: SourceRow['values'], context: ZoneContext): ZoneStayGround {
  const edition = context.policies.get(
    typeof values.policy === 'string' ? values.policy : (context.policy ?? ''),
  )
  const level = String(values.level)
  return {
    id: String(values.id),
    parent: typeof values.parent === 'string' ? values.parent : null,
    level: (edition && levelNamed(edition, level)) ?? level,
    from: (values.from as Moment).at,
    to: values.to ? (values.to as Moment).at : Number.POSITIVE_INFINITY,
    shape: zoneGround(values, context.hierarchy),
  }
}
