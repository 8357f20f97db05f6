/** Whether a Latin word may be a part of a Chinese name: one or two syllables as they are transcribed. */
export const isSyllables = (word: string): boolean => SYLLABLES.test(word)
const SYLLABLES =
  /^(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ui|un|uo|ue|ve|a|e|i|o|u|v)){1,2}$/i
