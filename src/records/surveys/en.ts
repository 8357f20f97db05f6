import type { RecordWords } from '../words-of'

export default {
  name: 'surveys',
  brought: 'surveys',
  dated: 'surveys',
  awaited: 'surveys',
} satisfies RecordWords
