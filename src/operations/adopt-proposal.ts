import { formatInstant } from '#geo'
import { useClocks } from '../stores/use-clocks'
import { useProposal } from '../stores/use-proposal'
import { useSelection } from '../stores/use-selection'
import { useSuppositions } from '../stores/use-suppositions'
import { useWorkspaces } from '../stores/use-workspaces'
import { drawZone } from './draw-zone'
import type { Operation } from './operation'

/** The zones of a proposal that a person takes, in force from the hour shown: one append, one step of undo. */
export const adoptProposal: Operation = {
  id: 'proposal.adopt',
  label: 'proposal.adopt',
  available: () => useProposal().named.length > 0,
  disabled: () => {
    if (useWorkspaces().current?.readOnly !== false) return { code: 'read-only' }
    return useProposal().chosen.length === 0 ? { code: 'nothing-chosen' } : null
  },
  async run() {
    const [proposal, suppositions, clocks] = [useProposal(), useSuppositions(), useClocks()]
    const zones = proposal.chosen
    const from = formatInstant(clocks.zone, clocks.effective)
    const drafts = zones.flatMap(({ id, name, zone: { level, ground } }) =>
      drawZone({ id, name, level, from, policy: null }, ground),
    )
    suppositions.proposed = []
    if (!(await useWorkspaces().append(drafts))) return
    proposal.forget()
    suppositions.panel = null
    useSelection().chooseZone(zones[0]?.id ?? null)
  },
}
