import type { RecordWords } from '../words-of'

export default {
  name: '底图',
  brought: '底图',
  dated: null,
  awaited: null,
} satisfies RecordWords
