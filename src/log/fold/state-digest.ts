import { digestOf } from '../digest'
import type { Register } from './register'

/**
 * SHA-256 over everything that a register says, in whatever order an object names it: two registers of one digest answer
 * every question alike.
 */
export const stateDigest = (register: Register): string => digestOf(told(register))

/** characters of text that are digested at once */
const ENOUGH = 65_536

function* told(register: Register): Generator<string | Uint8Array> {
  let text = ''
  for (const part of partsOf(register)) {
    if (typeof part === 'string') text += part
    if (text.length < ENOUGH && typeof part === 'string') continue
    yield text
    text = ''
    if (typeof part !== 'string') yield part
  }
  yield text
}

function* partsOf(value: unknown): Generator<string | Uint8Array> {
  if (typeof value !== 'object' || value === null) yield `${typeof value} ${String(value)}\n`
  else if (ArrayBuffer.isView(value)) {
    yield `columns ${value.byteLength}\n`
    yield new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
  } else if (Array.isArray(value) || value instanceof Set) {
    yield 'list\n'
    for (const item of value) yield* partsOf(item)
    yield 'end\n'
  } else {
    const entries = (value instanceof Map ? [...value] : Object.entries(value)).filter(
      ([, one]) => one !== undefined,
    )
    yield 'record\n'
    for (const [name, one] of entries.sort(byName)) {
      yield `${String(name)}\n`
      yield* partsOf(one)
    }
    yield 'end\n'
  }
}

const byName = ([one]: readonly [unknown, unknown], [other]: readonly [unknown, unknown]): number =>
  String(one) < String(other) ? -1 : 1
