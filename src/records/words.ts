import type { RecordedList } from '#geo'
import backdropEn from './backdrop/en'
import backdropZh from './backdrop/zh'
import casesEn from './cases/en'
import casesZh from './cases/zh'
import checksEn from './checks/en'
import checksZh from './checks/zh'
import contactsEn from './contacts/en'
import contactsZh from './contacts/zh'
import facilitiesEn from './facilities/en'
import facilitiesZh from './facilities/zh'
import factsEn from './facts/en'
import factsZh from './facts/zh'
import metricsEn from './metrics/en'
import metricsZh from './metrics/zh'
import occupancyEn from './occupancy/en'
import occupancyZh from './occupancy/zh'
import passagesEn from './passages/en'
import passagesZh from './passages/zh'
import placesEn from './places/en'
import placesZh from './places/zh'
import reportsEn from './reports/en'
import reportsZh from './reports/zh'
import roadsEn from './roads/en'
import roadsZh from './roads/zh'
import roundsEn from './rounds/en'
import roundsZh from './rounds/zh'
import surveysEn from './surveys/en'
import surveysZh from './surveys/zh'
import transitionsEn from './transitions/en'
import transitionsZh from './transitions/zh'
import type { RecordLocale, RecordWords } from './words-of'
import zonesEn from './zones/en'
import zonesZh from './zones/zh'

/** The words of every record, apart from the rest of it: who only shows them loads no column. */
export const WORDS = {
  places: { zh: placesZh, en: placesEn },
  roads: { zh: roadsZh, en: roadsEn },
  backdrop: { zh: backdropZh, en: backdropEn },
  facilities: { zh: facilitiesZh, en: facilitiesEn },
  zones: { zh: zonesZh, en: zonesEn },
  transitions: { zh: transitionsZh, en: transitionsEn },
  cases: { zh: casesZh, en: casesEn },
  contacts: { zh: contactsZh, en: contactsEn },
  rounds: { zh: roundsZh, en: roundsEn },
  facts: { zh: factsZh, en: factsEn },
  reports: { zh: reportsZh, en: reportsEn },
  occupancy: { zh: occupancyZh, en: occupancyEn },
  checks: { zh: checksZh, en: checksEn },
  passages: { zh: passagesZh, en: passagesEn },
  metrics: { zh: metricsZh, en: metricsEn },
  surveys: { zh: surveysZh, en: surveysEn },
} satisfies { readonly [List in RecordedList]: Readonly<Record<RecordLocale, RecordWords>> }

const all: Readonly<Record<string, Readonly<Record<RecordLocale, RecordWords>>>> = WORDS

/** One word of every record, by list; those that have none are left out. */
export function wordsBy(locale: RecordLocale, word: keyof RecordWords): Readonly<Record<string, string>> {
  const entries = Object.entries(all).flatMap(([list, { [locale]: said }]) => {
    const text = said[word]
    return text === null ? [] : [[list, text] as const]
  })
  return Object.fromEntries(entries)
}
