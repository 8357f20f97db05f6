import { type Facts, formatMoment, readMoment, type Survey, staysAt } from '#geo'
import type { Body } from '../../log/events'
import { useWorkspaces } from '../../stores/use-workspaces'
import type { Operation } from '../operation'

/** An edition that is to be taken up, and whether the zones go over to it. */
export interface Adoption {
  /** null where the log or the program has the edition already */
  readonly document: Readonly<Record<string, unknown>> | null
  readonly id: string
  readonly name: string
  /** null: the edition is only kept. Else the zones in force follow it from that survey's as-of on */
  readonly switching: Survey | null
  /** true: only zones drawn from now on follow it, those in force stay under the edition they have */
  readonly isForNewZones?: boolean
  /** makes the open workspace take events: a read-only one is copied; false where it could not be */
  readonly own: () => Promise<boolean>
}

/** Takes an edition into the log as one step of undo; a read-only workspace is copied first. */
export const adoptEdition: Operation<Adoption> = {
  id: 'edition.adopt',
  label: 'rules.preview.adopt',
  available: () => true,
  disabled: () => (useWorkspaces().known === null ? null : { code: 'looking-back' }),
  run: async (adoption) => {
    const workspaces = useWorkspaces()
    const drafts = adoptionDrafts(adoption, workspaces.register)
    if (await adoption.own()) await workspaces.append(drafts)
  },
}

/**
 * What an adoption says: the document, the pack's own edition, and which edition every zone in force has from now on.
 * A stay that names no edition has the pack's: it is said of each that began before now, of zones that keep
 * theirs also of those to come, so that no moment before is judged anew. Where the pack had none, nothing was judged.
 */
export function adoptionDrafts(
  { document, id, name, switching, isForNewZones = false }: Adoption,
  register: Facts,
): Body[] {
  const adopted: Body[] = document === null ? [] : [{ type: 'policy.adopted@1', policy: document }]
  if (!switching) return adopted
  const { pack } = register
  const { zones, asOf } = switching
  const now = readMoment(pack.timezone, asOf)!.at
  const named = (zone: string, { policy, at }: { readonly policy: string; readonly at: string }): Body => ({
    ...{ type: 'zone.switched@1', zone, policy },
    ...{ at, because: name },
  })
  const unnamed = register.zones.filter(
    (stay) => stay.policy === null && (isForNewZones || stay.from.at <= now),
  )
  const kept = unnamed.flatMap((stay) =>
    pack.policy === null
      ? []
      : [named(stay.id, { policy: pack.policy, at: formatMoment(pack.timezone, stay.from) })],
  )
  return [
    ...adopted,
    ...kept,
    { type: 'pack.described@1', pack: { ...pack, policy: id } },
    ...(isForNewZones ? [] : zones.map(({ id: zone }) => named(zone, { policy: id, at: asOf }))),
  ]
}

/** Whether zones in force would go over to an edition that is for new zones only: they follow none that could be kept. */
export const followsNone = ({ pack, zones }: Facts, asOf: string): boolean =>
  pack.policy === null &&
  staysAt({ zones } as Facts, readMoment(pack.timezone, asOf)!.at).some(({ policy }) => policy === null)
