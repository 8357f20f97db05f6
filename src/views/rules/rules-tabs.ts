/** How an edition is looked at: as sentences, against another one, to be taken up, or as ground of a local one. */
export const RULES_TABS = ['text', 'compare', 'adopt', 'local'] as const
export type RulesTab = (typeof RULES_TABS)[number]
