import type { LookupZone, Survey } from '#geo'
import { titleOf } from '../../i18n/zone-title'
import type { Language } from '../language'

type Zones = Pick<Survey, 'zones'>

/** A zone by its code and name, once where they are the same; its id beside them where another zone has that code as its id. */
export function zoneWords(
  { zone: id, zoneName }: Pick<LookupZone, 'zoneName'> & { readonly zone: string },
  { zones }: Zones,
  language: Language,
): string {
  const code = zones.find((one) => one.id === id)?.code[language] ?? id
  const title = titleOf(code, zoneName ?? undefined)
  if (code === id || !zones.some((one) => one.id === code)) return title
  return language === 'zh' ? `${title}（${id}）` : `${title} (${id})`
}
