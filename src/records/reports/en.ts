import type { RecordWords } from '../words-of'

export default {
  name: 'daily reports',
  brought: 'reports',
  dated: 'reports',
  awaited: 'daily reports',
} satisfies RecordWords
