import type { Layer } from '../layer'
import { weeksPart } from './weeks'

declare module '../part' {
  interface LayerRooms {
    weeks: never
  }
}

/** Villages by their cases of seven days, on a wall without zones. */
export const WEEKS = {
  part: weeksPart,
  groups: {},
  twins: {
    legend: ['weeks', 'weeks/none', 'weeks/few', 'weeks/0', 'weeks/1', 'weeks/2', 'weeks/3'],
    table: { none: 'list-beside-the-map' },
  },
} satisfies Layer<'weeks'>
