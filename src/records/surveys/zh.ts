import type { RecordWords } from '../words-of'

export default {
  name: '监测',
  brought: '调查',
  dated: '监测',
  awaited: '监测调查',
} satisfies RecordWords
