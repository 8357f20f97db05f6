import { parseArgs } from 'node:util'
import { type Instant, readAsOf } from '#geo'

/** The command was called wrongly: the message is for stderr, the exit code is 2. */
export class WrongUse extends Error {}

/** What was asked for cannot be begun: the sentence is for stderr, the exit code is 2. */
export class CannotBegin extends Error {}

export type OptionName =
  | 'as-of'
  | 'known'
  | 'policy'
  | 'radius'
  | 'window'
  | 'min'
  | 'frame'
  | 'by'
  | 'unit'
  | 'answer'
  | 'recipe'
  | 'against'
  | 'to'
  | 'format'
  | 'locale'
  | 'lists'
  | 'with'
  | 'preview'
  | 'hub'
  | 'data'
  | 'port'
  | 'host'
  | 'tls'
  | 'page'
  | 'device'
  | 'role'
  | 'until'
  | 'workspace'
  | 'ticket'
  | 'keep'

/** Options that stand alone. */
const FLAGS: ReadonlySet<OptionName> = new Set(['preview'])
/** Options with two values, which stand together with a line between them. */
const PAIRS: ReadonlySet<string> = new Set(['--tls'])

function withPairs(seen: readonly string[]): string[] {
  const [first, second, third, ...rest] = seen
  if (first === undefined) return []
  if (!PAIRS.has(first)) return [first, ...withPairs(seen.slice(1))]
  if (second === undefined || third === undefined) throw new WrongUse(`${first} takes two values`)
  return [first, `${second}\n${third}`, ...withPairs(rest)]
}

export interface Arguments {
  readonly path: string
  /** paths after the first, where the command takes any */
  readonly more: readonly string[]
  readonly json: boolean
  /** what stands behind each option; 'true' of one that stands alone */
  readonly options: Readonly<Partial<Record<OptionName, string>>>
}

/** Reads what stands after the command's name: its paths, one where nothing else is said, none where they are 0, `--json`, and the options the command knows. */
export function readArguments(
  seen: readonly string[],
  names: readonly OptionName[],
  json: boolean,
  paths = 1,
): Arguments {
  const options = Object.fromEntries(
    names.map((name) => [name, { type: FLAGS.has(name) ? ('boolean' as const) : ('string' as const) }]),
  )
  try {
    const { values, positionals } = parseArgs({
      args: withPairs(seen),
      options: { ...options, ...(json ? { json: { type: 'boolean' as const } } : {}) },
      allowPositionals: true,
      strict: true,
    })
    const [path, ...more] = paths === 0 ? ['', ...positionals] : positionals
    const surplus = more.slice(Math.max(0, paths - 1))
    if (path === undefined) throw new WrongUse('a path is missing')
    if (surplus.length > 0)
      throw new WrongUse(`${paths === 0 ? 'no' : 'one'} path is expected, got also ${surplus.join(', ')}`)
    const { json: asJson, ...rest } = values as Record<string, string | boolean | undefined>
    const said = Object.entries(rest).map(([name, value]) => [name, String(value)])
    return { path, more, json: asJson === true, options: Object.fromEntries(said) as Arguments['options'] }
  } catch (fault) {
    throw fault instanceof WrongUse ? fault : new WrongUse((fault as Error).message)
  }
}

/** An instant given on the command line: a day means its end, a time without offset is the pack's. Throws `WrongUse`. */
export function instantOption(args: Arguments, name: 'as-of' | 'known', zone: string): Instant | null {
  const seen = args.options[name]
  if (seen === undefined) return null
  const instant = readAsOf(zone, seen)
  if (instant === null)
    throw new WrongUse(`--${name} ${seen}: no day and no time (2022-05-27, 2022-05-27T18:00)`)
  return instant
}

/** The required `--as-of`. Throws `WrongUse` where it is missing or no time. */
export function requiredAsOf(args: Arguments, zone: string): Instant {
  const instant = instantOption(args, 'as-of', zone)
  if (instant === null) throw new WrongUse('--as-of is missing (2022-05-27, 2022-05-27T18:00)')
  return instant
}

const LEAST = { radius: 1, window: 0, min: 1 }
/** Half the way around the earth, ten years, more cases than people. */
const MOST = { radius: 20_000_000, window: 3_653, min: 10_000_000_000 }

/** A number not below what the kernel takes (radius 1 m, window 0 days, minimum 1 case), or the default. Throws `WrongUse`. */
export function numberOption<Fallback>(
  args: Arguments,
  name: keyof typeof LEAST,
  fallback: Fallback,
): number | Fallback {
  const seen = args.options[name]
  if (seen === undefined) return fallback
  const value = seen.trim() === '' ? Number.NaN : Number(seen)
  if (!(value >= LEAST[name] && value <= MOST[name]))
    throw new WrongUse(`--${name} ${seen}: a number from ${LEAST[name]} to ${MOST[name]} is expected`)
  return value
}
