import type { RecordWords } from '../words-of'

export default {
  name: 'figures',
  brought: 'metrics',
  dated: 'metrics',
  awaited: 'figures',
} satisfies RecordWords
