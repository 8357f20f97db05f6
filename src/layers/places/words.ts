export const WORDS = {
  zh: {
    towns: '镇街界',
    villages: '村（社区）界',
    compounds: '小区',
  },
  en: {
    towns: 'Towns',
    villages: 'Villages',
    compounds: 'Compounds',
  },
}
