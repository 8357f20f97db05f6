export type Language = 'zh' | 'en'
export type InBoth = Readonly<Record<Language, string>>

/** Language of the tables: Chinese where the locale of the shell begins with `zh`, else English. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}
