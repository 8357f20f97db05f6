import type { RecordWords } from '../words-of'

export default {
  name: 'sites',
  brought: 'facilities',
  dated: 'facilities',
  awaited: null,
} satisfies RecordWords
