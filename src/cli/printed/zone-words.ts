import type { LookupZone, Survey } from '#geo'
import { titleOf } from '../../i18n/zone-title'
import type { Language } from '../language'

type Zones = Pick<Survey, 'zones'>

/** A zone by its id, as every table of the command line, and its name; the code of the screens behind it where that is another. */
export function zoneWords(
  { zone: id, zoneName }: Pick<LookupZone, 'zoneName'> & { readonly zone: string },
  { zones }: Zones,
  language: Language,
): string {
  const title = titleOf(id, zoneName ?? undefined)
  const code = zones.find((one) => one.id === id)?.code[language] ?? id
  if (code === id) return title
  return language === 'zh' ? `${title}（${code}）` : `${title} (${code})`
}
