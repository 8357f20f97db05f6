/** How one language calls a list. */
export interface RecordWords {
  /** of a file, a sheet or a table: 病例 */
  readonly name: string
  /** in the feed of what changed, after “imported” */
  readonly brought: string
  /** in the line about times outside the charts; null where its rows bear none */
  readonly dated: string | null
  /** where it is said that the list was not received, or is over; null where no condition waits for it */
  readonly awaited: string | null
}

export type RecordLocale = 'zh' | 'en'
