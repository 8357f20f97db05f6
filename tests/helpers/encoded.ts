const tables = new Map<string, ReadonlyMap<string, readonly [number, number]>>()

/** Pairs of bytes of an encoding by the character that they are, as the decoder itself reads them. */
function pairsOf(encoding: 'gb18030' | 'big5'): ReadonlyMap<string, readonly [number, number]> {
  const known = tables.get(encoding)
  if (known) return known
  const decoder = new TextDecoder(encoding)
  const made = new Map<string, readonly [number, number]>()
  for (let lead = 0x81; lead < 0xff; lead += 1)
    for (let trail = 0x40; trail < 0xff; trail += 1) {
      const sign = decoder.decode(Uint8Array.of(lead, trail))
      if (sign.length === 1 && sign !== '\uFFFD' && !made.has(sign)) made.set(sign, [lead, trail])
    }
  tables.set(encoding, made)
  return made
}

export const TEXT_ENCODINGS = [
  'utf-8',
  'utf-8-bom',
  'gb18030',
  'big5',
  'utf-16le',
  'utf-16le-bom',
  'utf-16be-bom',
] as const

/** Text as the bytes of an encoding; throws for a character that it does not have. */
export function encoded(text: string, encoding: (typeof TEXT_ENCODINGS)[number]): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text)
  if (encoding === 'utf-8-bom') return new TextEncoder().encode(`\uFEFF${text}`)
  if (encoding.startsWith('utf-16')) {
    const whole = encoding.endsWith('bom') ? `\uFEFF${text}` : text
    const bytes = new Uint8Array(whole.length * 2)
    const view = new DataView(bytes.buffer)
    for (let i = 0; i < whole.length; i += 1)
      view.setUint16(2 * i, whole.charCodeAt(i), encoding.startsWith('utf-16le'))
    return bytes
  }
  const pairs = pairsOf(encoding as 'gb18030' | 'big5')
  return Uint8Array.from(
    [...text].flatMap((sign) => {
      if (sign.charCodeAt(0) < 0x80) return [sign.charCodeAt(0)]
      const pair = pairs.get(sign)
      if (!pair) throw new RangeError(`${encoding} has no ${sign}`)
      return [...pair]
    }),
  )
}
