import type { RecordWords } from '../words-of'

export default {
  name: '查岗',
  brought: '查岗',
  dated: '查岗',
  awaited: null,
} satisfies RecordWords
