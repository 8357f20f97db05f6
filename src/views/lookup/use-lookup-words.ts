import { type ComputedRef, computed } from 'vue'
import { type Policy, policyDocuments, resolvePolicy, type Survey } from '#geo'
import { semicolon } from '../../i18n/between'
import { useLocale } from '../../i18n/use-locale'
import { useWorkspaces } from '../../stores/use-workspaces'
import type { LookupWords } from './lookup-rows'

/** The words the rows of a look-up are printed with. */
export function useLookupWords(survey: () => Survey): ComputedRef<LookupWords> {
  const { locale, t } = useLocale()
  const workspaces = useWorkspaces()
  const policies = computed(() => {
    const documents = policyDocuments(workspaces.register)
    const ids = new Set([
      workspaces.register.pack.policy,
      ...workspaces.register.zones.map((one) => one.policy),
    ])
    return new Map<string | null, Policy | null>(
      [...ids].map((id) => [id, id === null ? null : resolvePolicy(id, documents).policy]),
    )
  })
  return computed(() => {
    const ruleName: LookupWords['ruleName'] = (id, rule) => {
      const policy = policies.value.get(id)
      if (!policy) return id ?? ''
      const name = policy.name[locale.value] ?? policy.name.zh ?? policy.id
      const transition = policy.transitions?.find((one) => one.id === rule)
      const move = transition?.[locale.value] ?? transition?.zh
      return move ? `${name} · ${move}` : name
    }
    const measures: LookupWords['measures'] = (id, level) => {
      const said = policies.value.get(id)?.levels.find((one) => one.id === level)?.measures ?? []
      const between = semicolon(locale.value)
      return said.map((one) => one[locale.value] ?? one.zh ?? '').join(between)
    }
    return { t, locale: locale.value, survey: survey(), ruleName, measures }
  })
}
