import type { Survey } from '#geo'
import type { Body } from '../../log/events'
import { useWorkspaces } from '../../stores/use-workspaces'
import type { Operation } from '../operation'

/** An edition that is to be taken up, and whether the zones go over to it. */
export interface Adoption {
  readonly document: Readonly<Record<string, unknown>>
  readonly id: string
  readonly name: string
  /** null: the edition is only kept. Else the zones in force follow it from that survey's as-of on */
  readonly switching: Survey | null
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

/** What an adoption says: the document, the pack's own edition, and every zone that goes over. */
export function adoptionDrafts(
  { document, id, name, switching }: Adoption,
  { pack }: Pick<ReturnType<typeof useWorkspaces>['register'], 'pack'>,
): Body[] {
  const adopted: Body = { type: 'policy.adopted@1', policy: document }
  if (!switching) return [adopted]
  return [
    adopted,
    { type: 'pack.described@1', pack: { ...pack, policy: id } },
    ...switching.zones.map(
      ({ id: zone }): Body => ({
        type: 'zone.switched@1',
        zone,
        policy: id,
        at: switching.asOf,
        because: name,
      }),
    ),
  ]
}
