import { beginningOf } from '../format'

const CFB = 'ÐÏ\u0011à¡±\u001aá'

/** True where the archive holds a part of that name: names stand plainly in its directory, at the end. */
export function holdsPart(bytes: Uint8Array, part: string): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false
  const directory = new TextDecoder('latin1').decode(bytes.subarray(Math.max(0, bytes.length - 200_000)))
  return directory.includes(part)
}

/** True where the compound file (XLS, DOC, an encrypted workbook …) holds a stream of that name. */
export function holdsStream(bytes: Uint8Array, stream: string): boolean {
  if (!isCompound(bytes)) return false
  const wanted = Array.from(stream, (letter) => `${letter}\0`).join('')
  return new TextDecoder('latin1').decode(bytes).includes(`${wanted}\0`)
}

export const isCompound = (bytes: Uint8Array): boolean => beginningOf(bytes, 8) === CFB

export const isLocked = (bytes: Uint8Array): boolean => holdsStream(bytes, 'EncryptedPackage')

/** A page of HTML with a table, or an XML spreadsheet: what many systems call `.xls`. */
export function isMarkedUp(bytes: Uint8Array): boolean {
  const beginning = beginningOf(bytes).trimStart().toLowerCase()
  if (/^<\?xml[^>]*>\s*(?:<\?mso[^>]*>\s*)?<(?:ss:)?workbook\b/.test(beginning)) return true
  return (
    /^(?:<!doctype html|<html|<table|<meta)/.test(beginning) && /<table/i.test(beginningOf(bytes, 50_000))
  )
}
