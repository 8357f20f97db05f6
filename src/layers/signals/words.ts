export const WORDS = {
  zh: {
    open: '阳性线索 待复核',
    people: '阳性线索待复核（涉及人数）',
  },
  en: {
    open: 'Signals, not decided',
    people: 'Signals not decided (people)',
  },
}
