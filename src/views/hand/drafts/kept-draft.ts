import { looksPersonal } from '../../../log/personal/kept-text'

/** Fields of a form as they stand. */
export type DraftFields = Readonly<Record<string, unknown>>

/** What may be kept of a draft: a text that looks like a person's name or number, and a pasted list, stay in the page. */
export function keptDraft(fields: DraftFields): DraftFields {
  const kept = Object.entries(fields).filter(
    ([name, value]) => name !== 'pasted' && !(typeof value === 'string' && looksPersonal(value)),
  )
  return JSON.parse(JSON.stringify(Object.fromEntries(kept))) as DraftFields
}

/** The fields of a draft that the form still has. */
export function restored<Fields extends object>(
  blank: Fields,
  draft: DraftFields | undefined,
): Partial<Fields> {
  const known = Object.entries(draft ?? {}).filter(
    ([name, value]) => name in blank && (value === null || isLike(value, blank[name as keyof Fields])),
  )
  return Object.fromEntries(known) as Partial<Fields>
}

/** What another release kept otherwise is left out. */
const isLike = (value: unknown, blank: unknown): boolean => blank === null || typeof value === typeof blank

/** Whether anything differs from the form as it opens; times that it sets itself are none. */
export function isTyped<Fields extends object>(
  fields: Fields,
  blank: Fields,
  own: readonly string[],
): boolean {
  return Object.keys(blank).some(
    (name) =>
      !own.includes(name) &&
      JSON.stringify(fields[name as keyof Fields]) !== JSON.stringify(blank[name as keyof Fields]),
  )
}
