import { defineStore } from 'pinia'
import { computed } from 'vue'
import { placesAt } from '#geo'
import { useClocks } from './use-clocks'
import { useWorkspaces } from './use-workspaces'

/** The register as its places hold at the effective time: what maps, lists and drawings are made of. */
export const useSituation = defineStore('situation', () => {
  const workspaces = useWorkspaces()
  const clocks = useClocks()
  const register = computed(() => placesAt(workspaces.register, clocks.effective))
  return { register }
})
