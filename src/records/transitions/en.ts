import type { RecordWords } from '../words-of'

export default {
  name: 'steps',
  brought: 'transitions',
  dated: 'steps',
  awaited: null,
} satisfies RecordWords
