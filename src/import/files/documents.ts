import { BUILT_IN_POLICIES, resolvePolicy, validatePolicy } from '#geo'
import { readJson } from '../../formats/geojson/geojson'
import { sniff } from '../../formats/sniff'
import { firstUnwritable } from '../../log/well-formed'
import { aProblem, type Problem } from '../problem'
import type { InputFile } from './zip'

type Json = Record<string, unknown>
const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

interface JsonFile {
  readonly value: unknown
  readonly encoding: string | null
  readonly problems: readonly Problem[]
}

function readJsonFile(file: InputFile): JsonFile {
  const text = sniff(file.bytes)
  if (!text.ok)
    return { value: null, encoding: null, problems: [aProblem(file.path, text.code, { seen: text.seen })] }
  const json = readJson(text.text)
  return json.ok
    ? { value: json.value, encoding: text.encoding, problems: [] }
    : {
        value: null,
        encoding: text.encoding,
        problems: [aProblem(file.path, json.code, { seen: json.seen })],
      }
}

export interface PolicyFile {
  readonly encoding: string | null
  readonly problems: readonly Problem[]
  /** as the document states it, whether it can be used or not; null where none is read */
  readonly id: string | null
  /** the document, null where it cannot be used */
  readonly document: unknown
}

/** A policy that travels with a pack. One with a fault is not taken: a rule read half would decide wrongly. */
export function readPolicy(file: InputFile): PolicyFile {
  const { value, encoding, problems } = readJsonFile(file)
  if (problems.length > 0) return { encoding, problems, id: null, document: null }
  const id = isJson(value) && typeof value.id === 'string' ? value.id : null
  const unwritable = firstUnwritable(value)
  if (unwritable) {
    const { path: column, seen } = unwritable
    const problem = aProblem(file.path, 'unwritable-value', { column, seen })
    return { encoding, problems: [problem], id, document: null }
  }
  const faults = validatePolicy(value).map(({ path, code, seen }) =>
    aProblem(file.path, 'broken-policy', { column: path, seen: seen === '' ? code : `${code}: ${seen}` }),
  )
  return { encoding, problems: faults, id, document: faults.length === 0 ? value : null }
}

/** Refuses the policies among `files` that extend themselves, or whose clocks name each other, in a circle. */
export function refusePolicyCircles(files: Map<InputFile, PolicyFile>, adopted: readonly unknown[]): void {
  const own = [...files.values()].flatMap(({ document }) => (document === null ? [] : [document]))
  const all = [...own, ...adopted, ...BUILT_IN_POLICIES]
  for (const [file, read] of files) {
    if (read.document === null) continue
    const { faults } = resolvePolicy((read.document as { readonly id: string }).id, all)
    const circle = faults.find(({ code }) => code === 'cycle')
    if (!circle) continue
    const problem = aProblem(file.path, 'policy-circle', { column: circle.path, seen: circle.seen })
    files.set(file, { ...read, problems: [...read.problems, problem], document: null })
  }
}

export interface IndicatorsFile {
  readonly encoding: string | null
  readonly problems: readonly Problem[]
  readonly total: number
  readonly indicators: readonly unknown[]
}

const INDICATOR_KINDS = ['new', 'cumulative', 'inPlace', 'share']

/** Definitions of what is merely counted. One without id, name or a known kind is refused; the others hold. */
export function readIndicators(file: InputFile): IndicatorsFile {
  const { value, encoding, problems } = readJsonFile(file)
  if (problems.length > 0) return { encoding, problems, total: 0, indicators: [] }
  if (!Array.isArray(value)) {
    return { encoding, problems: [aProblem(file.path, 'broken-indicators')], total: 0, indicators: [] }
  }
  const faults: Problem[] = []
  const indicators = value.filter((entry, i) => {
    const unwritable = firstUnwritable(entry)
    const column = unwritable?.path ?? faultOf(entry)
    if (column === null) return true
    const shown = isJson(entry) ? JSON.stringify(entry[column] ?? null) : JSON.stringify(entry)
    const seen = unwritable?.seen ?? shown.slice(0, 80)
    faults.push(aProblem(file.path, 'broken-indicators', { row: i + 1, column, seen }))
    return false
  })
  return { encoding, problems: faults, total: value.length, indicators }
}

function faultOf(entry: unknown): string | null {
  if (!isJson(entry) || typeof entry.id !== 'string') return 'id'
  if (typeof entry.zh !== 'string') return 'zh'
  return INDICATOR_KINDS.includes(String(entry.kind)) ? null : 'kind'
}
