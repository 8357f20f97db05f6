import { useAnswers } from '../../stores/use-answers'
import { useWorkspaces } from '../../stores/use-workspaces'
import type { Disabled } from '../operation'

/** Why nobody can end an unplaced row now; null where anybody can. */
export function heldBack(): Disabled | null {
  const workspaces = useWorkspaces()
  if (workspaces.current?.readOnly !== false) return { code: 'read-only' }
  if (workspaces.known !== null) return { code: 'looking-back' }
  return useAnswers().supposed !== null ? { code: 'supposing' } : null
}
