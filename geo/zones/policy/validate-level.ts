import type { FaultList } from './policy-fault'
import { UNITS } from './units'
import { checkCondition } from './validate-condition'

type Json = Record<string, unknown>

const LEVEL_KEYS = ['id', 'zh', 'en', 'rank', 'prefix', 'measures', 'ttlHours', 'delimit', 'source']

/** Keys of each way to delimit: the ones that must be there, and all. */
const DELIMIT: Record<string, { readonly must: readonly string[]; readonly may: readonly string[] }> = {
  adminUnit: { must: ['of'], may: ['unit', 'of', 'lookbackDays', 'minCases', 'when'] },
  buffer: { must: ['of', 'radiusM'], may: ['of', 'radiusM', 'minus'] },
  ringOf: { must: ['unit', 'minus'], may: ['unit', 'minus'] },
  adjacent: { must: ['to', 'unit'], may: ['to', 'unit'] },
  remainder: { must: ['within', 'minus'], may: ['within', 'minus'] },
  manual: { must: [], may: [] },
}

/** Checks the words in either language that may stand on anything. */
export function checkWords(list: FaultList, path: string, value: Json): void {
  for (const word of ['zh', 'en', 'source']) if (word in value) list.isText(`${path}.${word}`, value[word])
}

/** Checks a thing that is nothing but words in either language, at least one of them. */
export function checkBilingual(list: FaultList, path: string, value: unknown): void {
  if (!list.isObject(path, value)) return
  list.onlyKeys(path, value, ['zh', 'en', 'source'])
  if (!('zh' in value || 'en' in value)) list.add(path, 'one-of', 'zh en')
  checkWords(list, path, value)
}

/** What is checked: where it stands, and whether it must be whole or only says what it changes. */
export interface Checked {
  readonly path: string
  readonly one: Json
  readonly whole: boolean
}

/** Checks a level, its words, measures, term and delimitation. */
export function checkLevel(list: FaultList, { path, one: level, whole }: Checked): void {
  list.onlyKeys(path, level, LEVEL_KEYS)
  checkWords(list, path, level)
  if (whole || 'rank' in level) list.isNumber(`${path}.rank`, level.rank)
  if ('prefix' in level) checkBilingual(list, `${path}.prefix`, level.prefix)
  if ('measures' in level && list.isList(`${path}.measures`, level.measures))
    for (const [i, measure] of level.measures.entries())
      checkBilingual(list, `${path}.measures.${i}`, measure)
  if ('ttlHours' in level) list.isPositive(`${path}.ttlHours`, level.ttlHours)
  if ('delimit' in level && list.isList(`${path}.delimit`, level.delimit))
    for (const [i, one] of level.delimit.entries()) checkDelimit(list, `${path}.delimit.${i}`, one)
}

function checkDelimit(list: FaultList, path: string, value: unknown): void {
  if (!list.isObject(path, value)) return
  if (!list.isOneOf(`${path}.type`, value.type, Object.keys(DELIMIT))) return
  const { must, may } = DELIMIT[String(value.type)]!
  list.onlyKeys(path, value, ['type', 'zh', 'en', 'source', ...may])
  checkWords(list, path, value)
  for (const key of must) if (!(key in value)) list.add(`${path}.${key}`, 'missing', undefined)
  for (const key of ['unit', 'within']) if (key in value) list.isOneOf(`${path}.${key}`, value[key], UNITS)
  if ('of' in value)
    if (value.type === 'adminUnit') list.texts(`${path}.of`, value.of)
    else list.isText(`${path}.of`, value.of)
  if ('to' in value) list.isText(`${path}.to`, value.to)
  if ('minus' in value) list.texts(`${path}.minus`, value.minus)
  for (const key of ['lookbackDays', 'minCases', 'radiusM'])
    if (key in value) list.isPositive(`${path}.${key}`, value[key])
  if ('when' in value) checkCondition(list, `${path}.when`, value.when)
}
