/** Hands bytes to the person as a download. */
export function saveFile(name: string, parts: BlobPart[], type = 'application/octet-stream'): void {
  const link = document.createElement('a')
  const address = URL.createObjectURL(new Blob(parts, { type }))
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
