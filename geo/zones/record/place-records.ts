import type { Facts, PlaceKind, ZoneStay } from '../../facts'
import { type Hierarchy, hierarchyOf } from '../../places/hierarchy'
import type { Instant } from '../../time/calendar'
import type { ZoneGround } from '../ground/ground'
import { resolvedOf } from '../unplaced/references'
import { locateRows } from '../unplaced/unplaced-events'
import type { ZoneRecord } from './record'
import { UNATTRIBUTED } from './row-finder'
import { type Whereabouts, whereaboutsOfCase, whereaboutsOfContact } from './whereabouts'
import { zoneRecords } from './zone-records'

/**
 * What was recorded of each place of a kind and is seen at `asOf`, by code: cases and contacts of itself and of
 * everything in it (by place, else by position, else by a zone whose members all lie in it), rounds and metrics of the place, facts stated of the place itself.
 * What cannot be given to a place or its time is `possible` in every place it may concern.
 */
export function placeRecords(given: Facts, kind: PlaceKind, asOf: Instant): ReadonlyMap<string, ZoneRecord> {
  const { facts } = resolvedOf(given)
  const hierarchy = hierarchyOf(facts.places)
  const codes = hierarchy.ofKind(kind)
  const unitOfZone = (zone: string | null): string | null => {
    const members = facts.zones.findLast(({ id }) => id === zone)?.members ?? []
    const units = new Set(members.map((code) => hierarchy.upTo(kind, code)))
    return units.size === 1 ? [...units][0]! : null
  }
  const index = new Map(codes.map((code, i) => [code, i]))
  const holder = (where: Whereabouts): number => {
    const code = placeOf(where, hierarchy)
    const unit = code === null ? unitOfZone(where.zone) : hierarchy.upTo(kind, code)
    return (unit === null ? undefined : index.get(unit)) ?? UNATTRIBUTED
  }
  const { cases, contacts, statedFacts } = facts
  const zones = codes.map(groundOf)
  const counted = {
    cases: Int32Array.from({ length: cases.length }, (_, row) => holder(whereaboutsOfCase(cases, row))),
    contacts: Int32Array.from({ length: contacts.length }, (_, row) =>
      holder(whereaboutsOfContact(contacts, row)),
    ),
  }
  const { unplaced, timeless } = locateRows(facts, zones, asOf)
  const records = zoneRecords(
    facts,
    {
      ...counted,
      zones,
      timeless,
      unplaced: unplaced.filter(
        ({ list, index, refused, time }) =>
          (list === 'cases' || list === 'contacts') &&
          (refused || time !== null || counted[list][index]! < 0),
      ),
      statedFacts: Int32Array.from(
        statedFacts,
        ({ place }) => (place === null ? undefined : index.get(place)) ?? UNATTRIBUTED,
      ),
    },
    { asOf },
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
