const YES: ReadonlySet<string> = new Set(['true', '1', 'yes', 'y', '是', '有', '√', '✓'])
const NO: ReadonlySet<string> = new Set(['false', '0', 'no', 'n', '否', '无', '×'])

/** What a cell that is true or false says, in any of the usual spellings; null where it is neither. */
export function readYesNo(seen: string): boolean | null {
  const word = seen.normalize('NFKC').trim().toLowerCase()
  if (YES.has(word)) return true
  return NO.has(word) ? false : null
}
