import type { RecordWords } from '../words-of'

export default {
  name: '病例',
  brought: '病例',
  dated: '病例',
  awaited: '病例台账',
} satisfies RecordWords
