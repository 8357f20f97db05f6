import { type ClustersAnswer, clusters } from '#geo'
import { formatCount } from '../i18n/format'
import { formatShortMoment } from '../i18n/format-short'
import { rounded } from '../i18n/measures'
import { counted } from '../i18n/plural'
import { type Arguments, instantOption, numberOption, requiredAsOf } from './arguments'
import type { Answer, Context } from './context'
import type { Language } from './language'
import { outsideText } from './printed/outside-line'
import { textTable } from './printed/text-table'
import { readPack, warnRefused } from './read-pack'

const HEADERS = {
  zh: ['时空聚集', '例数', '辖区数', '自', '至', '半径 m', '病例'],
  en: ['cluster', 'cases', 'places', 'from', 'to', 'radius m', 'the cases'],
}

/** Metres, days and cases where the command line does not say: those of the screens. */
const DEFAULTS = { radius: 'fromData', window: 14, min: 3 } as const

/** `cordon clusters PACK --as-of T`: cases linked in space and time. */
export async function clustersOfPack(args: Arguments, { language, warn }: Context): Promise<Answer> {
  const radius = numberOption(args, 'radius', DEFAULTS.radius)
  const window = numberOption(args, 'window', DEFAULTS.window)
  const min = numberOption(args, 'min', DEFAULTS.min)
  const pack = await readPack(args.path, language)
  const asOf = requiredAsOf(args, pack.timezone)
  warnRefused(pack, language, warn)
  const facts = pack.factsKnown(instantOption(args, 'known', pack.timezone))
  const answer: ClustersAnswer = clusters(facts, { asOf, radius, window, min })
  const rows = answer.clusters.map((c) => [
    c.id,
    c.cases.length,
    c.places.length,
    formatShortMoment(c.from, language),
    formatShortMoment(c.to, language),
    rounded(c.radiusM, 0),
    c.cases.join(' '),
  ])
  const outside = outsideText(answer.outside, language)
  const isTold = facts.cases.length > 0 || facts.stated.has('cases')
  const table = rows.length > 0 ? textTable(HEADERS[language], rows) : (isTold ? NONE : NO_CASES)[language]
  const text = [optionsText(answer, language), table, unplacedText(answer, language), outside]
    .filter(Boolean)
    .join('\n\n')
  return { document: answer, text }
}

const NONE: Readonly<Record<Language, string>> = {
  zh: '没有这样的聚集',
  en: 'No cases are linked so',
}

const NO_CASES: Readonly<Record<Language, string>> = {
  zh: '没有病例清单，有无聚集未知',
  en: 'There is no list of cases: whether any are linked is not known',
}

/** How many cases lie nowhere that is known: they may belong to any of these, or to one that is not there. */
function unplacedText({ unplaced }: ClustersAnswer, language: Language): string {
  if (unplaced === 0) return ''
  return language === 'zh'
    ? `另有 ${formatCount(unplaced)} 例没有位置，不在其中`
    : `${counted(unplaced, 'case')} without a position, in none of these`
}

/** By what the cases are linked, as the checks page says it. */
function optionsText({ options }: ClustersAnswer, language: Language): string {
  const { radius, window, min } = options
  return language === 'zh'
    ? `相距 ${radius} 米、${window} 天内、至少 ${min} 例`
    : `within ${radius} m and ${counted(window, 'day')}, ${counted(min, 'case')} or more`
}
