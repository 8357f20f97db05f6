import type { Layer } from '../layer'
import { unplacedPart } from './unplaced'

declare module '../part' {
  interface LayerRooms {
    unplaced: never
  }
}

/** Where rows may be that nobody has placed. */
export const UNPLACED = {
  part: unplacedPart,
  groups: {},
  twins: { legend: ['unplaced'], table: { checks: 'unplaced' } },
} satisfies Layer<'unplaced'>
