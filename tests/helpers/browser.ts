import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import INSTALLED from './browsers.json' with { type: 'json' }

/** Where browsers are installed on Linux, macOS and Windows; CHROME_PATH comes first. */
const PLACES = [process.env.CHROME_PATH, ...INSTALLED]

/** The browser installed on this machine, or null. */
export function installedBrowser(): string | null {
  return PLACES.find((path) => path && existsSync(path)) ?? null
}

export const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

export async function launch(): Promise<Browser> {
  const executablePath = installedBrowser()
  if (!executablePath)
    throw new Error('No Chrome, Chromium or Edge found: install one, or name it in CHROME_PATH.')
  return chromium.launch({ executablePath, args: FLAGS, headless: true })
}
