import { usePreferredDark } from '@vueuse/core'
import { type ComputedRef, computed } from 'vue'
import { usePreferences } from '../../stores/use-preferences'
import type { ThemeName } from '../../ui/tokens'

/** The theme of every screen but the wall: what was chosen, else what the system prefers. */
export function useDeskTheme(): ComputedRef<ThemeName> {
  const preferences = usePreferences()
  const prefersDark = usePreferredDark()
  return computed(() => {
    const wanted = preferences.theme === 'auto' ? (prefersDark.value ? 'dark' : 'light') : preferences.theme
    return wanted === 'dark' ? 'deskDark' : 'light'
  })
}
