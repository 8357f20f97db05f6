import { useAnswers } from '../../stores/use-answers'
import { useSelection } from '../../stores/use-selection'

/** Steps to the next or previous zone in the order in which the lists have them, round and round. */
export function useZoneSteps(): (by: 1 | -1) => void {
  const answers = useAnswers()
  const selection = useSelection()
  return (by) => {
    const zones = answers.survey?.zones ?? []
    if (zones.length === 0) return
    const at = zones.findIndex(({ id }) => id === selection.zone)
    const next = at < 0 ? (by > 0 ? 0 : zones.length - 1) : (at + by + zones.length) % zones.length
    selection.chooseZone(zones[next]!.id)
  }
}
