import type { TransitionWord } from '#geo'
import type { Locale } from './format'

/** The words of a transition's state, and no others: `waiting` is unmet while only days are missing, `suspended` what a signal suspends, `toRaise` what must become stricter. */
const WORDS: Record<Locale, Record<TransitionWord, string>> = {
  zh: {
    unmet: '条件未满足',
    waiting: '条件未满足',
    met: '条件已满足',
    toAssess: '待评估',
    toApprove: '待审批',
    approved: '已批准',
    executed: '已执行',
    suspended: '暂停 · 待复核',
    undecided: '未作判定',
    toRaise: '应升级',
  },
  en: {
    unmet: 'Not met',
    waiting: 'Not met',
    met: 'Met',
    toAssess: 'To assess',
    toApprove: 'To approve',
    approved: 'Approved',
    executed: 'In effect',
    suspended: 'Suspended · signal open',
    undecided: 'Not decided',
    toRaise: 'To be raised',
  },
}

/** The word of a state as every screen, export and table prints it. */
export function transitionWord(word: TransitionWord, locale: Locale): string {
  return WORDS[locale][word]
}

/** A word of a state within a sentence: `not met`. */
export const midSentence = (word: string, locale: Locale): string =>
  locale === 'en' ? word.toLowerCase() : word
