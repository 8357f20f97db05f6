import type { RecordWords } from '../words-of'

export default {
  name: 'cases',
  brought: 'cases',
  dated: 'cases',
  awaited: 'case list',
} satisfies RecordWords
