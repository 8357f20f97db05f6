/** How an edition is looked at: as sentences, against another one, or as ground of a local one. */
export const RULES_TABS = ['text', 'compare', 'local'] as const
export type RulesTab = (typeof RULES_TABS)[number]
