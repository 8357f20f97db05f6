import type { RecordWords } from '../words-of'

export default {
  name: 'checks of posts',
  brought: 'checks of posts',
  dated: 'checks',
  awaited: null,
} satisfies RecordWords
