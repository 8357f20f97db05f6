import { existsSync, realpathSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename, resolve } from 'node:path'
import type { Held } from '../../exchange/meet'
import { readLog } from '../../import/files/read-log'
import { digest } from '../../log/digest'
import { inOrder } from '../../log/order'
import { verify } from '../../log/verify'
import type { Language } from '../language'
import { SAYS } from '../printed/exchange-lines'
import { NoAnswer, readInput } from '../read-pack'
import { segmentsBeside } from '../verify'

/** Stable for a log on a machine, so that each adds to its own files. */
export function deviceOf(path: string): string {
  const where = existsSync(path) ? realpathSync(path) : resolve(path)
  return `cli.${digest(`${hostname()} ${where}`).slice(0, 16)}`
}

/** The log with its segments; nothing where there is no file yet. Throws where anything of it is missing or altered. */
export function heldLog(path: string, language: Language): Held {
  if (!existsSync(path)) {
    if (!path.endsWith('.ndjson')) throw new NoAnswer(`${path}: ${SAYS.log[language]}`)
    return { events: [], blocks: new Map() }
  }
  const [file] = readInput(path)
  if (!file || basename(path) !== file.path) throw new NoAnswer(`${path}: ${SAYS.log[language]}`)
  const log = readLog({ file, segments: segmentsBeside(path) ?? [] })
  const faults = log.faults.length + verify(log.events, log.blocks).faults.length
  if (log.events.length === 0) throw new NoAnswer(`${path}: ${SAYS.log[language]}`)
  if (faults > 0) throw new NoAnswer(`${path}: ${SAYS.whole[language]}`)
  return { events: inOrder(log.events), blocks: log.blocks }
}
