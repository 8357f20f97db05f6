import { type Group, type Layer, rowOf } from '../layer'
import { crossingsPart } from './crossings'

declare module '../part' {
  interface LayerRooms {
    crossings: 'crossings' | 'gaps' | 'gateways'
  }
}

/** Those that are guarded or closed; where some are held by nobody knows whom, those. */
const crossingRows: Group['rows'] = ({ survey: { perimeter: line } }) => {
  const held = line?.guarded == null || line.closed === null ? null : line.guarded + line.closed
  return line?.unheld
    ? [{ group: 'crossings', label: { key: 'crossings.unheld' }, count: line.unheld }]
    : [{ group: 'crossings', label: { key: 'crossings.guarded' }, count: held }]
}

/** Crossings of zone lines and of the district line, by who guards them. */
export const CROSSINGS = {
  part: crossingsPart,
  groups: {
    crossings: {
      branch: 'crossings',
      sign: [{ shape: 'square', side: 6, corner: 0.8 }],
      rows: crossingRows,
      legend: ['crossing', 'unknown', 'closed'],
      table: { checks: 'crossings' },
    },
    gaps: {
      branch: 'crossings',
      sign: [
        { shape: 'circle', radius: 7, look: 'halo' },
        { shape: 'line', path: 'M-3.8 -3.8A5.4 5.4 0 1 0 3.8 -3.8', look: 'ring' },
        { shape: 'line', path: 'M0 -2.7V.7M0 2.6v.2', look: 'ring' },
      ],
      rows: rowOf('gaps', 'crossings.unguarded', ({ survey }) =>
        survey.perimeter ? survey.perimeter.unguarded : null,
      ),
      legend: ['gap'],
      table: { checks: 'crossings' },
    },
    gateways: {
      branch: 'crossings',
      sign: [
        { shape: 'square', side: 10, corner: 1.2 },
        { shape: 'line', path: 'M-2.6 0H2.6', look: 'ring' },
      ],
      rows: rowOf('gateways', 'crossings.gateways', ({ survey }) =>
        survey.perimeter ? survey.perimeter.district.total : null,
      ),
      legend: ['gateway'],
      table: { checks: 'crossings' },
    },
  },
} satisfies Layer<'crossings'>
