export const WORDS = {
  zh: {
    silent: '今日未报',
    none: '未报',
    one: '今日未报',
    many: '今日未报/应报村社',
  },
  en: {
    silent: 'Not reported today',
    none: 'No report',
    one: 'Not reported today',
    many: 'Not reported today / due',
  },
}
