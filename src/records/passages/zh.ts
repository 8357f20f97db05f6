import type { RecordWords } from '../words-of'

export default {
  name: '卡点登记',
  brought: '通行',
  dated: '卡点登记',
  awaited: null,
} satisfies RecordWords
