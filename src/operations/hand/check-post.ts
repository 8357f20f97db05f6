import { formatInstant, type Instant } from '#geo'
import type { CheckedState, HandBody } from '../../log/hand/hand-body'
import { handVerb } from './writing'

export type PostChecked = Extract<HandBody, { type: 'checkpoint.checked@1' }>

/** 在岗, 缺岗, 空岗, 落锁: how a post was found. It speaks for the rest of the shift. */
export const checkPost = handVerb<PostChecked>({ id: 'post.check', label: 'hand.verb.post' })

interface Found {
  readonly checkpoint: string
  readonly state: CheckedState
  /** role that was not there, where one is missing */
  readonly missing: string | null
  readonly at: Instant
  readonly timezone: string
}

/** How a post was found at an instant. */
export function checkOf({ at, timezone, ...found }: Found): PostChecked {
  return { type: 'checkpoint.checked@1', ...found, at: formatInstant(timezone, at) }
}
