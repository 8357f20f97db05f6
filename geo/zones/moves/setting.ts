import type { Facts, PlaceKind, ZoneStay } from '../../facts'
import { type Hierarchy, hierarchyOf } from '../../places/hierarchy'
import type { Instant } from '../../time/calendar'
import type { PolicyOf, ZoneGround } from '../ground/ground'
import { keptLast } from '../kept-slice'
import type { Policy } from '../policy/policy'
import { attribute } from '../record/attribution'
import type { ZoneRecord } from '../record/record'
import { zoneRecords } from '../record/zone-records'
import { staysBegun } from '../stays/stays'

/** A zone in force at the as-of, with what was recorded of it. */
export interface LiveZone {
  readonly id: string
  readonly ground: ZoneGround
  readonly policy: Policy | null
  readonly record: ZoneRecord
}

/** Everything an assessment asks, made once. */
export interface Setting {
  readonly facts: Facts
  readonly asOf: Instant
  readonly timezone: string
  readonly policyOf: PolicyOf
  readonly live: ReadonlyMap<string, LiveZone>
  /** stays of each id that began by the as-of, in order; the last one open while it is in force */
  readonly stays: ReadonlyMap<string, readonly ZoneStay[]>
  /** codes of that kind in which the zone's members lie; empty where that is not known */
  unitsOf(id: string, kind: PlaceKind): ReadonlySet<string>
}

/** Prepares an assessment of the zones in force at `asOf`. */
export const settingOf = keptLast(prepare)

function prepare(facts: Facts, asOf: Instant, policyOf: PolicyOf): Setting {
  const attribution = attribute(facts, asOf, policyOf)
  const records = zoneRecords(facts, attribution, { asOf, policyOf })
  const live = new Map(
    attribution.zones.map((ground, i) => [
      ground.id,
      { id: ground.id, ground, policy: policyOf(ground.stay), record: records[i]! },
    ]),
  )
  const stays = staysBegun(facts.zones, asOf)
  const unitsOf = unitsIn(hierarchyOf(facts.places), stays)
  return { facts, asOf, timezone: facts.pack.timezone, policyOf, live, stays, unitsOf }
}

function unitsIn(hierarchy: Hierarchy, stays: ReadonlyMap<string, readonly ZoneStay[]>): Setting['unitsOf'] {
  const known = new Map<string, ReadonlySet<string>>()
  return (id, kind) => {
    const key = `${kind} ${id}`
    let units = known.get(key)
    if (!units) {
      const members = stays.get(id)?.at(-1)?.members ?? []
      const codes = members.map((code) => hierarchy.upTo(kind, code)).filter((code) => code !== null)
      known.set(key, (units = new Set(codes)))
    }
    return units
  }
}
