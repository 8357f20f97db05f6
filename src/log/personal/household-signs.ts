/** Fields by which rows are known, and by which they name others. */
export const REFERRING: ReadonlySet<string> = new Set([
  ...['id', 'code', 'place', 'town', 'zone', 'site', 'checkpoint', 'parent', 'members', 'heirOf'],
])

/** ＊家(3f2a): four signs of the name, as an earlier release made them. */
const SIGNED = /(^|;)(＊[^;()]{1,9})\([0-9a-f]{4}\)(?=;|$)/gu

/** A text without signs that were made of the name of a household. */
export const withoutSigns = (text: string): string => text.replace(SIGNED, '$1$2')
