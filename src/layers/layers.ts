import { BACKDROP } from './backdrop/layer'
import { CASES } from './cases/layer'
import { CROSSINGS } from './crossings/layer'
import type { Group, Layer, ListedLayer } from './layer'
import type { LayerGroup, LayerRooms } from './part'
import { PLACES } from './places/layer'
import { ROADS } from './roads/layer'
import { SELECTION } from './selection/layer'
import { SIGNALS } from './signals/layer'
import { SILENT } from './silent/layer'
import { SITES } from './sites/layer'
import { UNPLACED } from './unplaced/layer'
import { WEEKS } from './weeks/layer'
import { ZONES } from './zones/layer'

/** Every layer of the map, in the order in which layers of one slot lie: the map, its legend and the tree are made of them. */
const ROOMS = {
  backdrop: BACKDROP,
  roads: ROADS,
  places: PLACES,
  weeks: WEEKS,
  zones: ZONES,
  cases: CASES,
  signals: SIGNALS,
  crossings: CROSSINGS,
  sites: SITES,
  silent: SILENT,
  unplaced: UNPLACED,
  selection: SELECTION,
} satisfies { readonly [Room in keyof LayerRooms]: Layer<Room> }

export const LAYERS: readonly ListedLayer[] = Object.values(ROOMS)

/** What a person may switch off, by name. */
export const GROUPS = Object.fromEntries(
  LAYERS.flatMap(({ groups }) => Object.entries(groups)),
) as unknown as Readonly<Record<LayerGroup, Group>>
