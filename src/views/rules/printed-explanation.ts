import type { PolicyExplanation } from '#geo'
import type { Locale } from '../../i18n/format'

/** An edition as plain text: blocks, items and sentences in the order in which they are read. */
export function printedExplanation({ name, blocks }: PolicyExplanation, locale: Locale): string {
  const lines = [name[locale]]
  for (const block of blocks) {
    lines.push('', block.title[locale])
    for (const { title, sentences } of block.items) {
      if (title) lines.push(`  ${title[locale]}`)
      for (const sentence of sentences) {
        const mark = sentence.mark ? `［${sentence.mark}］` : ''
        const sources = sentence.sources.length > 0 ? ` (${sentence.sources.join(', ')})` : ''
        lines.push(`${'  '.repeat(2 + sentence.depth)}${mark}${sentence[locale]}${sources}`)
      }
    }
  }
  return `${lines.join('\n')}\n`
}
