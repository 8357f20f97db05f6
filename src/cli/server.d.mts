export function serve(options: {
  readonly root: string
  readonly port?: number
  readonly host?: string
  readonly tls?: { readonly cert: Uint8Array; readonly key: Uint8Array } | null
  readonly hubPort?: number | null
}): Promise<{ readonly address: string; readonly stop: () => Promise<void> }>
