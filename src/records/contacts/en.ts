import type { RecordWords } from '../words-of'

export default {
  name: 'contacts',
  brought: 'contacts',
  dated: 'contacts',
  awaited: 'contact list',
} satisfies RecordWords
