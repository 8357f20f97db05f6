import type { RecordWords } from '../words-of'

export default {
  name: '密接',
  brought: '密接',
  dated: '密接',
  awaited: '密接台账',
} satisfies RecordWords
