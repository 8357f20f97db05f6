import type { SurveyZone } from '#geo'
import type { Draft, Tool } from '../../../map/drawing/draft'
import type { Disabled } from '../../../operations/operation'

/** A tool of the bar: its letter, the strokes of its sign (16 × 16), and why it cannot be used now. */
export interface ToolButton {
  readonly tool: Tool
  readonly letter: string
  readonly sign: string
}

/** Groups of the bar, a hairline between them; the last stands behind “more” where the bar is narrow. */
export const TOOL_GROUPS: readonly (readonly ToolButton[])[] = [
  [
    { tool: 'select', letter: 'V', sign: 'M4 2.5l8 6-4 .6-2 3.8z' },
    { tool: 'polygon', letter: 'P', sign: 'M3 6l5-3.5L13 6l-2 6.5H5z' },
    { tool: 'freehand', letter: 'F', sign: 'M2.5 11c2-6 3.5-7 5-5s-1 6 1.5 6 2.5-5 4.5-7' },
    {
      tool: 'place',
      letter: 'B',
      sign: 'M2.5 2.5h4.6v4.6H2.5zM8.9 2.5h4.6v4.6H8.9zM2.5 8.9h4.6v4.6H2.5zM8.9 11.2h4.6M11.2 8.9v4.6',
    },
    {
      tool: 'buffer',
      letter: 'R',
      sign: 'M8 2.5a5.5 5.5 0 1 0 .01 0M8 6.7a1.3 1.3 0 1 0 .01 0',
    },
  ],
  [
    { tool: 'split', letter: 'S', sign: 'M2.5 4h11v8h-11zM9.8 1.8L6.2 14.2' },
    { tool: 'merge', letter: 'M', sign: 'M2.5 5h6.5v6.5H2.5zM7 2.5h6.5V9H7z' },
    {
      tool: 'measure',
      letter: 'L',
      sign: 'M2 11L11 2l3 3-9 9zM5 8l1.5 1.5M7 6l1.5 1.5M9 4l1.5 1.5',
    },
  ],
  [
    { tool: 'ring', letter: 'O', sign: 'M8 2a6 6 0 1 0 .01 0M8 5a3 3 0 1 0 .01 0' },
    { tool: 'remainder', letter: 'E', sign: 'M2.5 2.5h11v11h-11zM6 6h4.5v4.5H6zM3 9l3-3M10 13l3-3' },
    { tool: 'hole', letter: 'H', sign: 'M2.5 3h11v10h-11zM6 6.5l3.5-.5.5 3.5-3.5.5z' },
    { tool: 'trim', letter: 'T', sign: 'M2 9.5l12-3M4 3v9h8V4' },
  ],
]

export const SNAP_SIGN = 'M4 3v5a4 4 0 0 0 8 0V3M4 5.5h2.2M9.8 5.5H12M6.2 3v5a1.8 1.8 0 0 0 3.6 0V3'

const LETTERS: ReadonlyMap<string, Tool> = new Map(
  TOOL_GROUPS.flat().map(({ tool, letter }) => [letter.toLowerCase(), tool]),
)

/** The tool of a letter; null where it is none. */
export function toolOfLetter(key: string): Tool | null {
  return LETTERS.get(key.toLowerCase()) ?? null
}

export interface ToolFacts {
  readonly draft: Draft
  readonly zone: SurveyZone | null
  /** members of the chosen zone; 0 where it is drawn */
  readonly members: number
  readonly zones: number
  readonly hasPlaces: boolean
}

/** Why a tool cannot be used now, as a code of area `drawing.disabled`; null where it can. */
export function toolDisabled(
  tool: Tool,
  { draft, zone, members, zones, hasPlaces }: ToolFacts,
): Disabled | null {
  const ground = draft.work.ground
  const acts = zone !== null || ground !== null
  switch (tool) {
    case 'split':
      return zone ? null : { code: 'choose-zone' }
    case 'merge':
      if (!zone) return { code: 'choose-zone' }
      return zones > 1 ? null : { code: 'no-other-zone' }
    case 'ring':
      return acts ? null : { code: 'choose-zone' }
    case 'hole':
    case 'trim':
      if (!acts) return { code: 'choose-zone' }
      if (ground ? ground.kind === 'members' : members > 0) return { code: 'made-of-members' }
      return null
    case 'place':
    case 'remainder':
      return hasPlaces ? null : { code: 'no-places' }
    default:
      return null
  }
}

/** The zone a tool acts on when it is taken up: the chosen one where the tool changes a zone, else none. */
export function toolZone(tool: Tool, { draft, zone, members }: ToolFacts): string | null {
  if (draft.work.ground) return draft.zone
  if (!zone) return null
  if (tool === 'split' || tool === 'merge' || tool === 'ring' || tool === 'buffer') return zone.id
  if (tool === 'hole' || tool === 'trim') return zone.id
  return tool === 'place' && members > 0 ? zone.id : null
}
