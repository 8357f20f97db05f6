import { dissolve, type Hierarchy, type Shape } from '#geo'
import type { SourceRow } from '../../log/rows/columns'

/** The members' ground, the drawn one where a member has none or there are no members. */
export function zoneGround({ members, shape }: SourceRow['values'], hierarchy: Hierarchy): Shape {
  const drawn = Array.isArray(shape) ? (shape as Shape) : []
  if (typeof members !== 'string' || members === '') return drawn
  const parts = members.split(';').map((code) => hierarchy.shapeOf(code) ?? [])
  const grounds = [...parts, ...(parts.some(({ length }) => length === 0) ? [drawn] : [])].filter(
    ({ length }) => length > 0,
  )
  return grounds.length <= 1 ? (grounds[0] ?? []) : dissolve(grounds)
}
