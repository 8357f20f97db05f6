import type { ListName } from './lists'
import type { PlaceKind } from './places'

export interface PackDescription {
  readonly title: { readonly zh: string | null; readonly en: string | null }
  /** IANA name, default Asia/Shanghai */
  readonly timezone: string
  /** frame of the files as they came; everything here is WGS-84 */
  readonly frame: string
  readonly policy: string | null
  readonly use: 'live' | 'exercise' | 'review'
  readonly synthetic: boolean
  readonly licence: string | null
  readonly asOf: string | null
  readonly reporting: {
    readonly kind: PlaceKind
    readonly cutoff: string
    readonly items: readonly string[]
  } | null
  readonly perimeter: { readonly guardDistanceM: number }
  /** until when a list is stated to be complete (`asOf.<list>` of the description); dates and times as texts */
  readonly until?: Readonly<Partial<Record<ListName, string>>>
}
