import { type Facts, readMoment, type Survey, staysAt } from '#geo'
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

/** What an adoption says: the document, the pack's own edition, and which edition every zone in force has from now on. */
export function adoptionDrafts(
  { document, id, name, switching, isForNewZones = false }: Adoption,
  register: Facts,
): Body[] {
  const adopted: Body[] = document === null ? [] : [{ type: 'policy.adopted@1', policy: document }]
  if (!switching) return adopted
  const { pack } = register
  const { zones, asOf } = switching
  const named = (zone: string, policy: string): Body => ({
    ...{ type: 'zone.switched@1', zone, policy },
    ...{ at: asOf, because: name },
  })
  /** a zone that names no edition has the pack's, which is another from now on */
  const stays = isForNewZones ? staysAt(register, readMoment(pack.timezone, asOf)!.at) : []
  const unnamed = new Set(stays.filter(({ policy }) => policy === null).map((stay) => stay.id))
  const staying = zones.filter((zone) => unnamed.has(zone.id))
  return [
    ...adopted,
    { type: 'pack.described@1', pack: { ...pack, policy: id } },
    ...(isForNewZones
      ? staying.flatMap(({ id: zone }) => (pack.policy === null ? [] : [named(zone, pack.policy)]))
      : zones.map(({ id: zone }) => named(zone, id))),
  ]
}
