import type { RecordWords } from '../words-of'

export default {
  name: '日报',
  brought: '日报',
  dated: '日报',
  awaited: '日报',
} satisfies RecordWords
