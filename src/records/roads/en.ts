import type { RecordWords } from '../words-of'

export default {
  name: 'roads',
  brought: 'roads',
  dated: null,
  awaited: null,
} satisfies RecordWords
