export const WORDS = {
  zh: { posts: '卡点所在' },
  en: { posts: 'Where checkpoints stand' },
}
