import type { Round } from '../../facts'

/** A round without a number of its own is called by its day. */
const DAY_NAME = /^(\d{4}-\d\d-\d\d)?$/

const known = new Map<string, string>()

/** The number however it is written: 1, 01, 1.0, 第1轮, １. */
export function plainNumber(text: string): string {
  let plain = known.get(text)
  if (plain === undefined) known.set(text, (plain = read(text)))
  return plain
}

function read(text: string): string {
  const bare = text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/^第/, '')
    .replace(/[轮輪次]$/, '')
  return /^\d+(\.0+)?$/.test(bare) ? String(BigInt(bare.split('.')[0]!)) : bare.toLowerCase()
}

/** Whether two rows may be of one round by their numbers: one that has none may be any. */
export function mayBeOneNumber(one: Pick<Round, 'round'>, other: Pick<Round, 'round'>): boolean {
  if (plainNumber(one.round) === plainNumber(other.round)) return true
  return DAY_NAME.test(one.round) !== DAY_NAME.test(other.round)
}
