import type { RecordWords } from '../words-of'

export default {
  name: 'stated facts',
  brought: 'facts',
  dated: 'facts',
  awaited: 'list of facts',
} satisfies RecordWords
