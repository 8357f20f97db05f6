import type { RecordWords } from '../words-of'

export default {
  name: '核酸轮次',
  brought: '轮次',
  dated: '核酸轮次',
  awaited: '核酸台账',
} satisfies RecordWords
