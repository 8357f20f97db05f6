/** Half widths of a Han letter that a title takes at its full size beside duty, five sources and clock. */
const ROOM = 34

/** Whether a title is to be set smaller and in lines, so that what stands beside it keeps its room. */
export function isLongTitle(title: string): boolean {
  const halves = [...title].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 2 : 1), 0)
  return halves > ROOM
}
