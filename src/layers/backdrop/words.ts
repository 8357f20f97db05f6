export const WORDS = {
  zh: {
    backdrop: '水系与地形',
  },
  en: {
    backdrop: 'Water and relief',
  },
}
