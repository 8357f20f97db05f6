import type { RecordWords } from '../words-of'

export default {
  name: 'zones',
  brought: 'zones',
  dated: 'zones',
  awaited: null,
} satisfies RecordWords
