import { isDark, THEMES, type ThemeName } from './tokens'

/** The CSS variables of a theme: `lineStrong` → `--line-strong`. */
export function cssVariables(name: ThemeName): Record<string, string> {
  const variables: Record<string, string> = {}
  for (const [token, value] of Object.entries(THEMES[name])) {
    variables[`--${token.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`] = String(value)
  }
  return variables
}

/** Sets the variables on an element and says to the browser whether its ground is dark. */
export function applyTheme(element: HTMLElement, name: ThemeName): void {
  for (const [variable, value] of Object.entries(cssVariables(name)))
    element.style.setProperty(variable, value)
  element.style.setProperty('color-scheme', isDark(name) ? 'dark' : 'light')
  element.dataset.theme = name
}
