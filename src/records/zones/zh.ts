import type { RecordWords } from '../words-of'

export default {
  name: '分区',
  brought: '分区',
  dated: '分区',
  awaited: null,
} satisfies RecordWords
