import type { PackDescription, PlaceKind } from '#geo'
import { offsetAt, SPEAKING_LISTS } from '#geo'
import { readJson } from '../../formats/geojson/geojson'
import { sniff } from '../../formats/sniff'
import { MOST_GUARD_M, PACK_UNDESCRIBED } from '../../log/fold/register'
import { freeText } from '../../log/personal/kept-text'
import { firstUnwritable } from '../../log/well-formed'
import { readTime } from '../cells/moments'
import { aProblem, type Problem } from '../problem'
import type { InputFile } from './zip'

const PLACE_KINDS = ['district', 'town', 'village', 'grid', 'compound', 'building', 'unit']

type Json = Record<string, unknown>
const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const textIn = (json: Json, name: string): string | null => {
  const value = json[name]
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

/** True for an IANA time zone this machine knows. */
export function isTimeZone(zone: string): boolean {
  try {
    offsetAt(zone, 0)
    return true
  } catch {
    return false
  }
}

interface Described {
  /** null where the file is no `cordon-pack` */
  readonly pack: PackDescription | null
  /** it says itself in which frame its positions are */
  readonly isFrameStated: boolean
  readonly problems: readonly Problem[]
}

const NO_PACK = { pack: null, isFrameStated: false } as const

/** Reads `pack.json`. A setting that cannot be used falls back to its default and is reported; the rest holds. */
export function readDescription(file: InputFile): Described {
  const text = sniff(file.bytes)
  if (!text.ok) return { ...NO_PACK, problems: [aProblem(file.path, text.code, { seen: text.seen })] }
  const json = readJson(text.text)
  if (!json.ok) return { ...NO_PACK, problems: [aProblem(file.path, json.code, { seen: json.seen })] }
  const root = json.value
  if (!isJson(root) || root.format !== 'cordon-pack' || root.version !== 1) {
    const seen = isJson(root) ? [root.format ?? '—', root.version ?? '—'].join(' ') : typeof root
    return {
      ...NO_PACK,
      problems: [aProblem(file.path, 'not-a-pack', { seen, suggestion: 'cordon-pack 1' })],
    }
  }
  return describe(root, file.path)
}

function describe(given: Json, file: string): Described {
  const problems: Problem[] = []
  const root: Json = {}
  for (const [key, value] of Object.entries(given)) {
    const unwritable = firstUnwritable({ [key]: value })
    if (!unwritable) root[key] = value
    else {
      const suggestion = key === 'perimeter' ? '50' : null
      problems.push(
        aProblem(file, 'bad-setting', { column: unwritable.path, seen: unwritable.seen, suggestion }),
      )
    }
  }
  const bad = (column: string, fallback: string | null): void => {
    problems.push(
      aProblem(file, 'bad-setting', { column, seen: JSON.stringify(root[column]), suggestion: fallback }),
    )
  }
  const timezone = textIn(root, 'timezone') ?? PACK_UNDESCRIBED.timezone
  const zone = isTimeZone(timezone) ? timezone : PACK_UNDESCRIBED.timezone
  if (zone !== timezone) bad('timezone', zone)
  const use = textIn(root, 'use') ?? 'live'
  if (!isUse(use)) bad('use', 'live')
  const asOf = textIn(root, 'asOf')
  if (asOf !== null && !readTime(zone, asOf).ok) bad('asOf', null)
  const reporting = readReporting(root.reporting)
  if (reporting === null && root.reporting !== undefined && root.reporting !== null) bad('reporting', null)
  const distance = isJson(root.perimeter) ? root.perimeter.guardDistanceM : undefined
  const usable = typeof distance === 'number' && distance > 0 && distance <= MOST_GUARD_M
  if (distance !== undefined && !usable) bad('perimeter', '50')
  const title = root.title
  const pack: PackDescription = {
    title: isJson(title)
      ? { zh: saidIn(title, 'zh'), en: saidIn(title, 'en') }
      : { zh: saidIn(root, 'title'), en: saidIn(root, 'title') },
    timezone: zone,
    frame: textIn(root, 'frame') ?? 'wgs84',
    policy: textIn(root, 'policy'),
    use: isUse(use) ? use : 'live',
    synthetic: root.synthetic === true,
    licence: saidIn(root, 'licence'),
    asOf: asOf !== null && readTime(zone, asOf).ok ? asOf : null,
    reporting,
    perimeter: { guardDistanceM: usable ? distance : PACK_UNDESCRIBED.perimeter.guardDistanceM },
    ...untilOf(root, zone, bad),
  }
  return { pack, isFrameStated: textIn(root, 'frame') !== null, problems }
}

/** Free text of the description, without names and numbers of persons. */
function saidIn(json: Json, name: string): string | null {
  const text = textIn(json, name)
  return text === null ? null : freeText(text)
}

/** `asOf.cases` and so on: until when a list is complete. What is no time is reported and left out. */
function untilOf(
  root: Json,
  zone: string,
  bad: (column: string, fallback: null) => void,
): Pick<PackDescription, 'until'> {
  const until: Record<string, string> = {}
  for (const list of SPEAKING_LISTS) {
    const column = `asOf.${list}`
    if (root[column] === undefined) continue
    const seen = textIn(root, column)
    if (seen !== null && readTime(zone, seen).ok) until[list] = seen
    else bad(column, null)
  }
  return Object.keys(until).length > 0 ? { until } : {}
}

const isUse = (use: string): use is PackDescription['use'] => ['live', 'exercise', 'review'].includes(use)

function readReporting(seen: unknown): PackDescription['reporting'] {
  if (!isJson(seen) || !PLACE_KINDS.includes(String(seen.kind))) return null
  const cutoff = textIn(seen, 'cutoff') ?? ''
  if (!/^([01]\d|2[0-4]):[0-5]\d$/.test(cutoff)) return null
  const items = Array.isArray(seen.items)
    ? seen.items.filter((item) => typeof item === 'string').map(freeText)
    : []
  return { kind: seen.kind as PlaceKind, cutoff, items }
}
