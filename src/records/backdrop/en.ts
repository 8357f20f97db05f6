import type { RecordWords } from '../words-of'

export default {
  name: 'base map',
  brought: 'base map',
  dated: null,
  awaited: null,
} satisfies RecordWords
