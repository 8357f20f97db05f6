export const WORDS = {
  zh: {
    maybe: '未落位：可能所在',
  },
  en: {
    maybe: 'Unplaced: where rows may be',
  },
}
