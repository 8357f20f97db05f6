import { LIMITS } from './limits'

/** Names of columns as rows keep their cells by them. */
export interface NamedColumns {
  readonly headers: readonly string[]
  /** columns of one name, by the names they go under: `note`, `note (2)` */
  readonly twice: readonly (readonly string[])[]
}

/** The columns of a header line; one without a name has its number, the second of a name is told apart. */
export function namedColumns(line: readonly string[]): NamedColumns {
  const given = line.map(
    (header, i) => (header.length > LIMITS.header ? header.trim() : unwrapped(header)) || unnamed(i),
  )
  const headers = distinct(given)
  const twice = [...new Set(given)]
    .map((name) => headers.filter((_, i) => given[i] === name))
    .filter((names) => names.length > 1)
  return { headers, twice }
}

/** A header without the lines over which a narrow column breaks it. */
const unwrapped = (header: string): string =>
  header
    .trim()
    .replace(
      /(?<=[\p{Script=Han}\p{P}])[ \t]*[\r\n]+[ \t]*|[ \t]*[\r\n]+[ \t]*(?=[\p{Script=Han}\p{P}])/gu,
      '',
    )
    .replace(/\s*[\r\n]+\s*/g, ' ')

/** What a column without a name is called. */
export const unnamed = (i: number): string => `column ${i + 1}`

/** Whether a header is that of a column without a name. */
export const isUnnamed = (header: string): boolean => /^column \d+$/.test(header)

/** The names with their number where one came before: `note`, `note (2)`. */
function distinct(given: readonly string[]): string[] {
  const taken = new Set<string>()
  return given.map((header) => {
    let name = header
    for (let n = 2; taken.has(name); n += 1) name = `${header} (${n})`
    taken.add(name)
    return name
  })
}
