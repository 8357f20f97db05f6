import { type Ref, ref, watch } from 'vue'

/** Text kept in this browser; null where there is none or the browser keeps nothing. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** Keeps the text, or nothing where the browser refuses. */
export function keep(key: string, text: string): void {
  try {
    localStorage.setItem(key, text)
  } catch {
    // a browser that keeps nothing: the value lives as long as the page
  }
}

/** A ref whose value outlives the page. `read` turns what was kept into a value; null takes the default. */
export function remembered<Value>(
  key: string,
  fallback: Value,
  read: (kept: unknown) => Value | null,
): Ref<Value> {
  const value = ref(readKept(recall(key), read) ?? fallback) as Ref<Value>
  watch(value, (next) => keep(key, JSON.stringify(next)), { deep: true })
  return value
}

function readKept<Value>(text: string | null, read: (kept: unknown) => Value | null): Value | null {
  if (text === null) return null
  try {
    return read(JSON.parse(text))
  } catch {
    return null
  }
}

/** A reader that takes one of the words and nothing else. */
export function oneOf<Word extends string>(...words: readonly Word[]): (kept: unknown) => Word | null {
  return (kept) => words.find((word) => word === kept) ?? null
}
