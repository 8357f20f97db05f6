import { DOMParser, type Document, onErrorStopParsing } from '@xmldom/xmldom'
import { LIMITS } from './limits'
import type { Read } from './table'

/** XML as a document. Text that declares entities, or nests without end, is not read. */
export function readXml(text: string): Read<Document> {
  const whole = text.replace(/^\uFEFF/, '').trim()
  if (/<!ENTITY/i.test(whole)) return { ok: false, code: 'broken-xml', seen: '<!ENTITY' }
  if (nestsTooDeep(whole)) return { ok: false, code: 'nested-too-deep', seen: String(LIMITS.depth) }
  try {
    return {
      ok: true,
      value: new DOMParser({ onError: onErrorStopParsing }).parseFromString(whole, 'text/xml'),
    }
  } catch (fault) {
    return { ok: false, code: 'broken-xml', seen: whereOf(fault) }
  }
}

/** Line and column of the fault, where the parser tells them. */
export function whereOf(fault: unknown): string | null {
  const { locator } = fault as {
    readonly locator?: { readonly lineNumber?: number; readonly columnNumber?: number }
  }
  return locator?.lineNumber ? `${locator.lineNumber}:${locator.columnNumber ?? 1}` : null
}

/** Whether elements stand within each other deeper than any list needs. */
function nestsTooDeep(text: string): boolean {
  let depth = 0
  for (const [tag] of text.matchAll(/<(?:\/[^<>]*|[^!?/][^<>]*)>/g)) {
    if (tag.startsWith('</')) depth -= 1
    else if (!tag.endsWith('/>')) depth += 1
    if (depth > LIMITS.depth) return true
  }
  return false
}
