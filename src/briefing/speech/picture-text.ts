import type { BriefingFacts } from '../facts'

/** What the picture says, for whoever does not see it: title and time, the sentences, the table row by row. */
export function pictureText(
  { title, asOfLabel, asOf, sentences, tableTitle, tableHead, rows }: BriefingFacts,
  label: string,
): string {
  const heads = tableHead.slice(1).map(([name, unit]) => [name, unit].filter(Boolean).join(' '))
  const lines = rows.map(({ name, cells }) =>
    [name, ...cells.map((cell, index) => `${heads[index]} ${cell}`)].join(' '),
  )
  return [label, `${title} ${asOfLabel} ${asOf}`, ...sentences, tableTitle, ...lines].join('\n')
}
