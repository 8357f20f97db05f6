import { type Moment, roundNumber, type Shape } from '#geo'
import { identityFields, type Kind } from '../../records/kind'
import { digestOf } from '../digest'
import type { Cell, SourceRow } from '../rows/columns'

/** Fields of an identity without which a row has none. */
const NUMBERS = ['id', 'round']

/** The identity that a row brings itself; null where it is known by its content only. */
export function ownIdentity(kind: Kind, cellOf: (name: string) => Cell): string | null {
  const { identityWithin } = kind
  const identity = identityFields(kind)
  if (identity.length === 0) return null
  const isNumbered = NUMBERS.every((name) => !identity.includes(name) || identityText(cellOf(name)) !== '')
  if (!isNumbered) return null
  const within = identityWithin === undefined ? '' : identityText(cellOf(identityWithin))
  const textOf = (name: string): string => {
    const text = identityText(cellOf(name))
    return name === 'round' ? roundNumber(text) : text
  }
  return [...identity.map(textOf), ...(within === '' ? [] : [within])].join('|')
}

/** A cell as part of an identity: times by their instant, geometry by its hash, empty as nothing. */
export function identityText(cell: Cell): string {
  if (cell === null) return ''
  if (cell instanceof Float64Array) return digestOf([bytesOf(cell)]).slice(0, 32)
  if (Array.isArray(cell)) return digestOf(shapeParts(cell as Shape)).slice(0, 32)
  return typeof cell === 'object' && 'isDay' in cell ? String((cell as Moment).at) : String(cell)
}

/** What a row without an identity of its own is known by. */
export function contentHash(list: string, values: SourceRow['values']): string {
  return digestOf(contentParts(list, values)).slice(0, 32)
}

function* contentParts(list: string, values: SourceRow['values']): Generator<string | Uint8Array> {
  yield list
  for (const name of Object.keys(values).sort()) {
    const cell = values[name] ?? null
    if (cell === null || cell === '') continue
    yield `\u0000${name}\u0001`
    if (cell instanceof Float64Array) yield bytesOf(cell)
    else if (cell instanceof Uint8Array) yield cell
    else if (Array.isArray(cell)) yield* shapeParts(cell as Shape)
    else if (typeof cell === 'object') yield `${(cell as Moment).at}${(cell as Moment).isDay ? 'd' : ''}`
    else yield String(cell)
  }
}

function* shapeParts(shape: Shape): Generator<string | Uint8Array> {
  for (const polygon of shape) {
    yield '\u0002'
    for (const ring of polygon) {
      yield '\u0003'
      yield bytesOf(ring)
    }
  }
}

const bytesOf = (numbers: Float64Array): Uint8Array =>
  new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)
