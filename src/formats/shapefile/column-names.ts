/** How many bytes a name takes in the encoding of a table: a Chinese character is three in UTF-8, else two. */
export function encodedLength(name: string, encoding: string | null): number {
  const wide = encoding === 'utf-8' ? 3 : 2
  return [...name].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 0x80 ? 1 : wide), 0)
}
