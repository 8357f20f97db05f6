import { type Layer, rowOf } from '../layer'
import { silentPart } from './silent'

declare module '../part' {
  interface LayerRooms {
    silent: 'silent'
  }
}

/** Villages that have not reported today. */
export const SILENT = {
  part: silentPart,
  groups: {
    silent: {
      branch: 'admin',
      sign: [{ shape: 'line', path: 'M-6 -4H6V4H-6z', look: 'dashed' }],
      rows: rowOf('silent', 'silent.silent', ({ survey }) =>
        survey.reporting ? survey.reporting.missing.length : null,
      ),
      legend: ['silent'],
      table: { checks: 'silent' },
    },
  },
} satisfies Layer<'silent'>
