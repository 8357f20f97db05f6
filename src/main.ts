import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { createTranslator } from './i18n'
import { warmGraphics } from './map/renderer/warm'
import { router } from './router'
import { theKernel } from './stores/kernel'
import { useRelease } from './stores/release/use-release'
import { usePreferences } from './stores/use-preferences'
import { sitDown } from './stores/writing/use-writing-seat'
import { noteMissingFile, reportFault } from './ui/faults'
import './ui/base.css'

function begin(): void {
  sitDown()
  // the worker opens its storage while the page is put up
  theKernel()

  const app = createApp(App).use(createPinia())
  app.use(createTranslator(usePreferences().locale))
  app.use(router)
  app.config.errorHandler = (error) => reportFault(error)
  window.addEventListener('vite:preloadError', ({ payload }) => noteMissingFile(payload))
  // a link swallows why its screen did not open
  router.onError(reportFault)
  window.addEventListener('unhandledrejection', ({ reason }) => reportFault(reason))
  app.mount('#app')
  // after the page is put up, and before a map is
  setTimeout(warmGraphics)
  // what the page shows first goes before what it keeps for later
  if (import.meta.env.PROD) setTimeout(() => void useRelease().start(), 1500)
}

// a browser that lacks what the page needs has been told so (browser.js)
if (!document.documentElement.dataset.stopped) begin()
