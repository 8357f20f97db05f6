import {
  type Facts,
  formatInstant,
  formatMoment,
  type Instant,
  type Moment,
  type Position,
  positionsRead,
  readMoment,
  smallest,
  type UnplacedRow,
} from '#geo'
import type { Body } from '../../log/events'
import { aliasDrafts, type TaughtName } from '../../log/hand/alias-taught'
import { useClocks } from '../../stores/use-clocks'
import { useWorkspaces } from '../../stores/use-workspaces'
import type { Disabled, Operation } from '../operation'
import { heldBack } from './held-back'
import { draftsOf, isOfUnread } from './row-drafts'

/** Where rows belong: a place by its code, a zone by its id, or a position in degrees WGS-84. */
export type PlacedGround =
  | { readonly kind: 'place' | 'zone'; readonly id: string }
  | { readonly kind: 'position'; readonly at: Position }

/** Rows of one cause and file, and what a person says of them: the ground, the time as typed, or both. */
export interface Placing {
  readonly rows: readonly UnplacedRow[]
  readonly ground: PlacedGround | null
  readonly at: string
  /** the name that these rows say, as an alias of the place from now on */
  readonly teaches?: TaughtName | null
}

/** Causes that leave open where a row belongs, as far as its own words go. */
const OF_TIME: ReadonlySet<string> = new Set(['no-time', 'implausible-time', 'time-ahead'])

/** Whether the rows leave open where they belong. */
export const isGroundOpen = (rows: readonly UnplacedRow[]): boolean =>
  rows.some(({ why, refused }) => refused || !OF_TIME.has(why))

/** Whether the rows leave open when they were. */
export const isTimeOpen = (rows: readonly UnplacedRow[]): boolean =>
  rows.some(
    ({ refused, list, candidateTime }) => !refused && list !== 'reports' && candidateTime.from === null,
  )

/** 落位: gives rows their ground, or the time that is missing. */
export const placeRows: Operation<Placing> = {
  id: 'unplaced.place',
  label: 'placing.verb.place',
  available: ({ rows }) => rows.some(({ refused }) => !refused) && !rows.some(isOfUnread),
  disabled: ({ rows, ground, at }) => {
    const held = heldBack() ?? (rows.some(({ refused }) => refused) ? { code: 'refused-row' } : null)
    if (held) return held
    const { register } = useWorkspaces()
    return notPlaced({ rows, ground, at }, { register, asOf: useClocks().effective })
  },
  run: async (placing) => {
    const { append, register } = useWorkspaces()
    await append(placingDrafts(placing, register))
  },
}

interface Placed {
  readonly register: Pick<Facts, 'places' | 'pack'>
  readonly asOf: Instant
}

/** What is missing, or would leave the rows unplaced. */
export function notPlaced({ rows, ground, at }: Placing, { register, asOf }: Placed): Disabled | null {
  const typed = at.trim()
  if (!ground && typed === '') return { code: isGroundOpen(rows) ? 'no-ground' : 'no-time' }
  if (ground?.kind === 'position' && !isInDistrict(ground.at, register)) return { code: 'outside-district' }
  return typed === '' ? null : wrongTime(typed, { rows, register, asOf })
}

function isInDistrict([lon, lat]: Position, { places }: Placed['register']): boolean {
  return positionsRead({ lon: Float64Array.of(lon), lat: Float64Array.of(lat) }, places).size === 0
}

/** What happened was before it was learned, and before now. */
function wrongTime(
  typed: string,
  { rows, register, asOf }: Placed & { readonly rows: readonly UnplacedRow[] },
): Disabled | null {
  const { timezone } = register.pack
  const moment = readMoment(timezone, typed)
  if (!moment) return { code: 'not-a-time' }
  const learned = rows.flatMap(({ candidateTime: { to } }) =>
    to === null ? [] : (readMoment(timezone, to)?.at ?? []),
  )
  const by = smallest([asOf, ...learned])
  return isAfter(moment, by) ? { code: 'after-learned', params: { by: formatInstant(timezone, by) } } : null
}

const isAfter = ({ at }: Moment, by: Instant): boolean => at > by

/** The events of a placing. */
export function placingDrafts(
  { rows, ground, at, teaches = null }: Placing,
  facts: Pick<Facts, 'places' | 'pack'>,
): Body[] {
  const { timezone } = facts.pack
  const typed = at.trim()
  const moment = typed === '' ? null : readMoment(timezone, typed)
  const taught = teaches && ground?.kind === 'place' ? aliasDrafts([teaches], ground.id, facts) : []
  const located = draftsOf(rows, (subject, named) => ({
    type: `${subject}.located@1`,
    rows: named,
    place: ground?.kind === 'place' ? ground.id : null,
    zone: ground?.kind === 'zone' ? ground.id : null,
    position: ground?.kind === 'position' ? ground.at : null,
    at: moment ? formatMoment(timezone, moment) : null,
    because: null,
  }))
  return [...located, ...taught]
}
