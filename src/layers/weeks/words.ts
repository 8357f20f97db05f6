export const WORDS = {
  zh: {
    title: '近 7 日每万人（{unit}），按{village}',
    few: '1–4 {unit}，不算率',
    fewOrUnknown: '1–4 {unit}或人口未知，不算率',
    below: '{to} 以下',
    between: '{from}–{to}',
    over: '{from} 及以上',
  },
  en: {
    title: '7 days, per 10,000 by village',
    few: '1–4 cases, no rate',
    fewOrUnknown: '1–4 cases or people not known, no rate',
    below: 'below {to}',
    between: '{from}–{to}',
    over: '{from} and over',
  },
}
