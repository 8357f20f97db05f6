import type { RecordWords } from '../words-of'

export default {
  name: '道路',
  brought: '道路',
  dated: null,
  awaited: null,
} satisfies RecordWords
