export const WORDS = {
  zh: {
    lifted: '已执行（解除）',
    plain: '分区，级别未知',
  },
  en: {
    lifted: 'Executed (lifted)',
    plain: 'Zone, level not known',
  },
}
