import { type Layer, rowOf } from '../layer'
import { backdropPart } from './backdrop'

declare module '../part' {
  interface LayerRooms {
    backdrop: 'backdrop'
  }
}

/** Ground, relief, water and greens. */
export const BACKDROP = {
  part: backdropPart,
  groups: {
    backdrop: {
      branch: 'base',
      sign: [{ shape: 'line', path: 'M-8 2C-5 -3 -3 5 0 1S5 -3 8 1', look: 'water' }],
      rows: rowOf('backdrop', 'backdrop.backdrop', ({ facts }) => facts.backdrop.length || null),
      legend: { none: 'ground' },
      table: { none: 'ground' },
    },
  },
} satisfies Layer<'backdrop'>
