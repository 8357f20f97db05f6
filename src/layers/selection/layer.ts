import type { Layer } from '../layer'
import { selectionPart } from './selection'

declare module '../part' {
  interface LayerRooms {
    selection: never
  }
}

/** What is chosen and what lies under the pointer. */
export const SELECTION = {
  part: selectionPart,
  groups: {},
  twins: { legend: { none: 'chosen' }, table: { none: 'chosen' } },
} satisfies Layer<'selection'>
