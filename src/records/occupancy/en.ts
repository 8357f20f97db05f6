import type { RecordWords } from '../words-of'

export default {
  name: 'occupancy',
  brought: 'rooms',
  dated: 'rooms',
  awaited: null,
} satisfies RecordWords
