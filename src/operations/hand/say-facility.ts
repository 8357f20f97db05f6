import type { FacilityBody, FacilityRecord, OccupancyRecord } from '../../log/hand/facility-body'
import { handVerb } from './writing'

type Opened = Extract<FacilityBody, { type: 'facility.opened@1' }>
type Stated = Extract<FacilityBody, { type: 'occupancy.stated@1' }>

/** A post, site, testing site … that is set up. */
export const openFacility = handVerb<Opened>({ id: 'facility.open', label: 'hand.verb.facility' })
/** How the rooms of a site stand. */
export const stateRooms = handVerb<Stated>({ id: 'rooms.state', label: 'hand.verb.rooms' })

export const openedOf = (facility: FacilityRecord): Opened => ({ type: 'facility.opened@1', facility })
export const roomsOf = (occupancy: OccupancyRecord): Stated => ({ type: 'occupancy.stated@1', occupancy })
