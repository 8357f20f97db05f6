import type { Group, Layer } from '../layer'
import { signalsPart } from './signals'

declare module '../part' {
  interface LayerRooms {
    signals: 'signals'
  }
}

/** Only where there is one: signals stand under no count of cases. */
const signalRows: Group['rows'] = ({ survey: { signals } }) =>
  signals ? [{ group: 'signals', label: { key: 'signals.open' }, count: signals.open.length }] : []

/** Signals that nobody has decided. */
export const SIGNALS = {
  part: signalsPart,
  groups: {
    signals: {
      branch: 'cases',
      sign: [{ shape: 'circle', radius: 5.6, look: 'signal' }],
      rows: signalRows,
      legend: ['signals'],
      table: { none: 'list-beside-the-map' },
    },
  },
} satisfies Layer<'signals'>
