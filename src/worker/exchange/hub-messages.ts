import type { Instant } from '#geo'
import type { HubFault } from '../../exchange/hub/hub-error'
import type { Heard } from '../../exchange/hub/presence'
import type { Statement } from '../../exchange/hub/ticket'
import type { ExchangeHub } from '../../exchange/kept'
import type { Preview } from '../../exchange/preview'
import type { Writer } from '../subjects'

/** The questions by which a log meets others at a hub: [what is asked with, what is answered]. They wait for the network beside the others. */
export interface HubCalls {
  /** where the workspace stands with its hub; null where none is set */
  hub: [input: { readonly workspace: string }, output: HubState | null]
  /** sets the hub, and under which name the workspace is there; null: none any more */
  setHub: [
    input: {
      readonly workspace: string
      readonly hub: Pick<ExchangeHub, 'address' | 'workspace' | 'ticket'> | null
    },
    output: HubState | null,
  ]
  /** takes what the hub has and gives it what it lacks; begins to listen to it */
  meetHub: [
    input: { readonly workspace: string; readonly writer: Writer },
    output:
      | { readonly ok: true; readonly preview: Preview; readonly state: HubState | null }
      | { readonly ok: false; readonly code: HubFault; readonly state: HubState | null },
  ]
  /** the same as `hub`, once it is other than `seen`, or after some seconds */
  hubNews: [input: { readonly workspace: string; readonly seen: number }, output: HubState | null]
}

export interface HubState {
  readonly address: string
  readonly workspace: string
  readonly met: ExchangeHub['met']
  /** what this machine may do there; null at an open hub */
  readonly ticket: Statement | null
  /** is the hub there? Null where nobody has asked yet */
  readonly isThere: boolean | null
  /** when it was last there, ms; null where it was not */
  readonly heardAt: Instant | null
  /** messages there that were not read yet; null where that is not known */
  readonly behind: number | null
  /** events that it does not have yet; null before the first exchange */
  readonly waiting: number | null
  /** other machines that are there now */
  readonly others: readonly Heard[]
  /** is there something that was not taken yet? */
  readonly hasNews: boolean
  /** changes with everything that is told here */
  readonly seen: number
}
