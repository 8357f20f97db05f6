/** What a wall shows that no file says: set once on the machine it hangs on. */
export interface WallPreferences {
  readonly headquarters: string | null
  readonly responseLevel: string | null
  readonly leader: string | null
  readonly phone: string | null
  /** width of the screen in metres */
  readonly screenWidthM: number
  /** distance of the eyes in metres */
  readonly distanceM: number
  readonly layout: 'auto' | 'wall' | 'meeting'
}

export const WALL_DEFAULTS: WallPreferences = {
  headquarters: null,
  responseLevel: null,
  leader: null,
  phone: null,
  screenWidthM: 3.84,
  distanceM: 5,
  layout: 'auto',
}

export interface ScreenSize {
  /** width in metres */
  readonly widthM: number
  /** distance of the eyes in metres */
  readonly distanceM: number
}

/**
 * The smallest Han text readable there, in css px at 1920: 20′ of arc, rounded up
 * (1920 × 2 × distance × tan 10′ ÷ width). 3.84 m at 5 m gives 15, 1.90 m at 5 m gives 30.
 */
export function hanFloor({ widthM, distanceM }: ScreenSize): number {
  return Math.ceil((1920 * 2 * distanceM * Math.tan((10 / 60 / 180) * Math.PI)) / widthM)
}

const MEETING_FROM_PX = 18

/** The layout of a wall: 会议室 where the floor is 18 px or more, unless one is chosen. */
export function layoutOf(preferences: WallPreferences): 'wall' | 'meeting' {
  if (preferences.layout !== 'auto') return preferences.layout
  const floor = hanFloor({ widthM: preferences.screenWidthM, distanceM: preferences.distanceM })
  return floor >= MEETING_FROM_PX ? 'meeting' : 'wall'
}

const NARROWEST_PX = 1680

/** The factor of every length: container height ÷ 1080, less where the container is narrower than the columns need. */
export function scaleOf(width: number, height: number): number {
  return Math.min(height / 1080, width / NARROWEST_PX)
}
