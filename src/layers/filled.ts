/** A room's words with what stands in their braces. */
export const filled = (text: string, named: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(named[name]))
