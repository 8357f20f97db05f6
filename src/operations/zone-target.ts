import type { ZoneStay } from '#geo'
import type { Body } from '../log/events'

/** Tools of the desk that a verb of a zone begins. */
export type ZoneTool = 'select' | 'place' | 'split' | 'merge'

/** A zone in force and what its verbs need of the screen and the log. */
export interface ZoneTarget {
  readonly stay: ZoneStay
  /** the printed code, e.g. 封01 */
  readonly code: string
  /** the workspace takes no events */
  readonly readOnly: boolean
  /** how many other zones there are */
  readonly others: number
  /** takes up a tool on this zone */
  readonly begin: (tool: ZoneTool) => void
  /** asks for one line of text; null where the person leaves */
  readonly ask: (about: 'name' | 'delete') => Promise<string | null>
  readonly append: (drafts: readonly Body[]) => Promise<boolean>
  readonly copy: (text: string) => Promise<void>
}
