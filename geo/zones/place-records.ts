import type { Facts, PlaceKind, ZoneStay } from '../facts'
import { type Hierarchy, hierarchyOf } from '../places/hierarchy'
import type { Instant } from '../time/calendar'
import { UNATTRIBUTED } from './attribution'
import type { ZoneGround } from './ground'
import type { ZoneRecord } from './record'
import { type Whereabouts, whereaboutsOfCase, whereaboutsOfContact } from './whereabouts'
import { zoneRecords } from './zone-records'

/**
 * What was recorded of each place of a kind and is seen at `asOf`, by code: cases and contacts of itself and of
 * everything in it (by place, else by position), rounds and metrics of the place, facts stated of the place itself.
 */
export function placeRecords(facts: Facts, kind: PlaceKind, asOf: Instant): ReadonlyMap<string, ZoneRecord> {
  const hierarchy = hierarchyOf(facts.places)
  const codes = hierarchy.ofKind(kind)
  const index = new Map(codes.map((code, i) => [code, i]))
  const holder = (where: Whereabouts): number => {
    const code = placeOf(where, hierarchy)
    const unit = code === null ? null : hierarchy.upTo(kind, code)
    return (unit === null ? undefined : index.get(unit)) ?? UNATTRIBUTED
  }
  const { cases, contacts, statedFacts } = facts
  const records = zoneRecords(
    facts,
    {
      zones: codes.map(groundOf),
      cases: Int32Array.from({ length: cases.length }, (_, row) => holder(whereaboutsOfCase(cases, row))),
      contacts: Int32Array.from({ length: contacts.length }, (_, row) =>
        holder(whereaboutsOfContact(contacts, row)),
      ),
      statedFacts: Int32Array.from(
        statedFacts,
        ({ place }) => (place === null ? undefined : index.get(place)) ?? UNATTRIBUTED,
      ),
    },
    asOf,
  )
  return new Map(codes.map((code, i) => [code, records[i]!]))
}

function placeOf({ place, position }: Whereabouts, hierarchy: Hierarchy): string | null {
  if (place !== null) return place
  return position && (hierarchy.placeAt(position[0], position[1])?.code ?? null)
}

/** The place as a zone that is nothing but this place; its id is no zone's. */
function groundOf(code: string): ZoneGround {
  const stay: ZoneStay = {
    ...{ id: `place ${code}`, name: code, level: '', from: { at: 0, isDay: false }, to: null, policy: null },
    ...{ members: [code], parent: null, arrivedFrom: null, drawn: null },
    origin: { file: '', row: 0, knownAt: null },
  }
  const bare = { id: stay.id, stay, level: '', rank: 0, members: stay.members, outline: [], areaM2: 0 }
  return { ...bare, shape: [], beside: [], enclosedBy: null }
}
