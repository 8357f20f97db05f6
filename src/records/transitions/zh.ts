import type { RecordWords } from '../words-of'

export default {
  name: '调整步骤',
  brought: '调整',
  dated: '调整步骤',
  awaited: null,
} satisfies RecordWords
