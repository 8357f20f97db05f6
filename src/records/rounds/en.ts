import type { RecordWords } from '../words-of'

export default {
  name: 'testing rounds',
  brought: 'rounds',
  dated: 'rounds',
  awaited: 'list of rounds',
} satisfies RecordWords
