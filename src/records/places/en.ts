import type { RecordWords } from '../words-of'

export default {
  name: 'places',
  brought: 'places',
  dated: null,
  awaited: null,
} satisfies RecordWords
