/** What a figure is of; one row of the walk's table each. */
export const GROUPS = [
  'as-of',
  'level',
  'state',
  'date',
  'clock',
  'left',
  'people',
  'area',
  'cases',
  'crossings',
  'totals',
  'found',
  'reports',
  'unplaced',
  'weeks',
  'towns',
  'rounds',
  'sources',
  'clusters',
] as const
export type Group = (typeof GROUPS)[number]

export const SCREENS = [
  'command',
  'wall',
  'towns',
  'list',
  'layers',
  'inspector',
  'checks',
  'compare',
  'form',
  'notice',
  'briefing',
  'sheet',
] as const
export type Screen = (typeof SCREENS)[number]

/** One figure as one screen prints it, reduced to what has to be equal. */
export interface Figure {
  readonly screen: Screen
  readonly group: Group
  /** whose figure it is: `C-01`, `封控区 people`, `district area` */
  readonly key: string
  readonly value: string
}

/** A figure that a screen does not print, and why. */
export interface Skip {
  readonly screen: Screen
  readonly group: Group
  readonly key: string
  readonly why: string
}

export interface Reading {
  readonly figures: readonly Figure[]
  readonly skips: readonly Skip[]
}

/** Collects what a screen says: a figure, or that it is not printed there. */
export class Notes implements Reading {
  readonly figures: Figure[] = []
  readonly skips: Skip[] = []
  readonly #screen: Screen

  constructor(screen: Screen) {
    this.#screen = screen
  }

  say(group: Group, key: string, value: string | null | undefined, why = 'not printed there'): void {
    if (value === null || value === undefined) this.skip(group, key, why)
    else this.figures.push({ screen: this.#screen, group, key, value })
  }

  skip(group: Group, key: string, why: string): void {
    this.skips.push({ screen: this.#screen, group, key, why })
  }
}

export interface Difference {
  readonly group: Group
  readonly key: string
  readonly said: readonly { readonly screen: Screen; readonly value: string }[]
}

export interface GroupCount {
  readonly group: Group
  /** figures held against the first screen that prints them */
  readonly compared: number
  /** figures that are not the same on all screens */
  readonly different: number
  /** figures that a screen does not print, or that one screen alone prints */
  readonly skipped: number
}

export interface Comparison {
  readonly counts: readonly GroupCount[]
  readonly differences: readonly Difference[]
  /** by screen the groups of which it prints something */
  readonly printed: Readonly<Partial<Record<Screen, readonly Group[]>>>
}

/** Every figure that two screens print must be the same; one that is printed once is counted as skipped. */
export function compareFigures(readings: readonly Reading[]): Comparison {
  const printed = new Map<string, Figure[]>()
  for (const figure of readings.flatMap(({ figures }) => figures)) {
    const name = `${figure.group}\n${figure.key}`
    const known = printed.get(name)
    if (known) known.push(figure)
    else printed.set(name, [figure])
  }
  const skips = readings.flatMap((reading) => reading.skips)
  const differences: Difference[] = []
  const counts = GROUPS.map((group): GroupCount => {
    const own = [...printed.values()].filter(([first]) => first!.group === group)
    const unlike = own.filter((all) => new Set(all.map(({ value }) => value)).size > 1)
    for (const all of unlike)
      differences.push({ group, key: all[0]!.key, said: all.map(({ screen, value }) => ({ screen, value })) })
    return {
      group,
      compared: own.reduce((sum, all) => sum + all.length - 1, 0),
      different: unlike.length,
      skipped:
        own.filter((all) => all.length === 1).length + skips.filter((one) => one.group === group).length,
    }
  })
  return { counts, differences, printed: printedBy(readings) }
}

function printedBy(readings: readonly Reading[]): Comparison['printed'] {
  const all = readings.flatMap(({ figures }) => figures)
  return Object.fromEntries(
    SCREENS.flatMap((screen) => {
      const own = new Set(all.filter((one) => one.screen === screen).map(({ group }) => group))
      return own.size === 0 ? [] : [[screen, GROUPS.filter((group) => own.has(group))]]
    }),
  )
}

/** `date C-01: wall 5/30, inspector 5/29`. */
export function differenceText({ group, key, said }: Difference): string {
  return `${group} ${key}: ${said.map(({ screen, value }) => `${screen} ${value}`).join(', ')}`
}
