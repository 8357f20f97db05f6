import type { Survey, SurveyZone } from '#geo'
import { placeInFile, rulingText, whyText } from '../briefing/unplaced/unplaced'
import { listName } from '../briefing/unplaced/unplaced-words'
import type { Locale } from '../i18n/format'
import { columnsOf, heading, type PaperBlock, type Translate, table } from './document'

/**
 * Rows that nobody has placed and that hold the zone, and every row that a named person has ruled out, with kind, reason
 * and name; nothing where there are none.
 */
export function unplacedBlocks({
  zone,
  survey,
  locale,
  t,
}: {
  readonly zone: SurveyZone
  readonly survey: Survey
  readonly locale: Locale
  readonly t: Translate
}): PaperBlock[] {
  const { items = [], ruledOut = [] } = survey.unplaced ?? {}
  const open = items
    .map((item) => ({
      ...item,
      rows: item.rows.filter(({ holds }) => holds.some((one) => one.zone === zone.id)),
    }))
    .filter(({ rows }) => rows.length > 0)
    .map((item) => [
      listName(item, locale),
      placeInFile(item, locale),
      whyText(item, locale),
      t('documents.form.unplacedHolds'),
    ])
  const ended = ruledOut.map((row) => [
    listName(row, locale),
    placeInFile({ file: row.file, rows: [row] }, locale),
    whyText(row, locale),
    rulingText(row, locale) ?? '',
  ])
  if (open.length + ended.length === 0) return []
  return [
    heading(t('documents.form.unplaced'), t('documents.form.unplacedNote')),
    table('unplaced', [...open, ...ended], {
      head: columnsOf(t, 'documents.form.unplacedHead'),
      widths: [1, 3, 3, 4],
      strong: open.map((_, index) => index),
    }),
  ]
}
