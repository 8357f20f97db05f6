import type { RecordWords } from '../words-of'

export default {
  name: 'checkpoint log',
  brought: 'passages',
  dated: 'passages',
  awaited: null,
} satisfies RecordWords
