import { useLocale } from '../../i18n/use-locale'
import type { Difference, Statement } from '../../log/differences/difference'
import { useSituation } from '../../stores/use-situation'
import { isCorrected, rowDesk } from '../hand/row-desk'
import { useHandWords } from '../hand/use-hand-words'

/** What is stated differently, in the words of the page. */
export function useDifferenceWords() {
  const { t } = useLocale()
  const situation = useSituation()
  const words = useHandWords()

  const value = ({ list, field }: Difference, cell: Statement['value']): string =>
    words.value(list, field, cell)
  /** The number of the row, or the ground it is of. */
  function name({ list, row, at }: Difference): string {
    const { register } = situation
    const desk = isCorrected(list) ? rowDesk({ list, row, at }, register, register.rowHistory) : null
    const of = ['zone', 'place', 'checkpoint', 'site', 'name'].find(
      (one) => (desk?.values[one] ?? null) !== null,
    )
    return (
      desk?.id ?? (of ? words.value(list, of, desk!.values[of]!) : row.split('|').filter(Boolean).join(' '))
    )
  }
  const subject = (difference: Difference): string =>
    [
      t('hand.row.titleOf', { list: t(`import.kind.${difference.list}`), name: name(difference) }),
      words.column(difference.list, difference.field),
    ].join(' · ')
  /** From what file, or that it was said by hand. */
  const source = ({ file, row, kind }: Statement): string =>
    file === null
      ? t(`hand.kindOf.${kind === 'brought' ? 'told' : kind}`)
      : t('checks.rowOf', { file, row: row ?? '—' })

  return { ...words, name, subject, source, valueOf: value }
}
