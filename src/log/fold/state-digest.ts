import { digestOf } from '../digest'
import type { Register } from './register'

/** SHA-256 over everything that a register says: two registers of one digest answer every question alike. */
export const stateDigest = (register: Register): string => digestOf(told(register))

function* told(value: unknown): Generator<string | Uint8Array> {
  if (typeof value !== 'object' || value === null) yield `${typeof value} ${String(value)}\n`
  else if (ArrayBuffer.isView(value)) {
    yield `columns ${value.byteLength}\n`
    yield new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
  } else if (Array.isArray(value) || value instanceof Set) {
    const items = [...value]
    yield `list ${items.length}\n`
    for (const item of items) yield* told(item)
  } else {
    const entries = value instanceof Map ? [...value] : Object.entries(value)
    yield `record ${entries.length}\n`
    for (const [name, one] of entries) {
      yield `${String(name)}\n`
      yield* told(one)
    }
  }
}
