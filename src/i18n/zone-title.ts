import type { Locale } from './format'

interface Titled {
  readonly code: { readonly zh: string; readonly en: string }
  readonly name: string
}

/** `封01 锦绣苑片区`; once where a zone is called what its code says. */
export function zoneTitle({ code, name }: Titled, locale: Locale): string {
  return titleOf(code[locale], name)
}

/** The name that stands beside a code: none where a zone is called what its code says. */
export const nameBeside = (code: string, name: string): string => (name === code ? '' : name)

/** A code with the name beside it; once where both are the same, and the code alone where nothing names it. */
export const titleOf = (code: string, name: string | undefined): string =>
  name === undefined || name.trim() === '' || name === code ? code : `${code} ${name}`
