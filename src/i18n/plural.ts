import { formatCount } from './format'

/** English: `1 zone`, `2 zones`, `1,204 people`. The plural is the noun with s where none is given. */
export function counted(n: number, noun: string, nouns = `${noun}s`): string {
  return `${formatCount(n)} ${n === 1 ? noun : nouns}`
}
