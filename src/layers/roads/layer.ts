import type { Layer } from '../layer'
import { roadsPart } from './roads'

declare module '../part' {
  interface LayerRooms {
    roads: never
  }
}

/** Roads and railways; they go with the backdrop. */
export const ROADS = {
  part: roadsPart,
  groups: {},
  twins: { legend: { none: 'ground' }, table: { none: 'ground' } },
} satisfies Layer<'roads'>
