/** Puts a text on the clipboard; by the way of old where a page opened by plain http has no other. Fails where neither works. */
export async function copyText(text: string): Promise<void> {
  if (navigator.clipboard) await navigator.clipboard.writeText(text)
  else if (!copiedByCommand(text)) throw new Error('the browser copied nothing')
}

function copiedByCommand(text: string): boolean {
  const before = document.activeElement as HTMLElement | null
  const field = document.createElement('textarea')
  field.value = text
  field.readOnly = true
  field.className = 'visually-hidden'
  // within an open dialogue nothing outside of it takes the focus
  const around = before?.closest('dialog') ?? document.body
  around.append(field)
  field.select()
  const isCopied = document.execCommand('copy')
  field.remove()
  before?.focus()
  return isCopied
}
