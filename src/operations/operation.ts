/** Why a verb cannot be used now: a code of area `operations` and what its sentence needs. */
export interface Disabled {
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>>
}

/**
 * One verb of a person. `label` is a key of the dictionaries; `key` its letter on the desk, if it has one; `available`
 * false hides it, `disabled` greys it and says why; `run` does it once.
 */
export interface Operation<Target = void> {
  readonly id: string
  readonly label: string
  readonly key?: string
  available(target: Target): boolean
  disabled(target: Target): Disabled | null
  run(target: Target): void | Promise<void>
}
