import ninth2022 from './policies/cn-9th-2022.json' with { type: 'json' }
import threeZone2021 from './policies/cn-2021-three-zone.json' with { type: 'json' }

/** The published editions that come with the kernel, as their JSON says; `resolvePolicy` makes them usable. */
export const BUILT_IN_POLICIES: readonly unknown[] = [threeZone2021, ninth2022]
