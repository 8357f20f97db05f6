import { hubsAllowed } from '../../exchange/hub/address'

/** The addresses of hubs that this page may speak to, by the headers it is served with; null where nobody can say. */
export async function pageHubs(): Promise<readonly string[] | null> {
  try {
    const { headers } = await fetch(new URL('.', location.href), { method: 'HEAD', cache: 'no-store' })
    return hubsAllowed(headers.get('content-security-policy'))
  } catch {
    return null
  }
}
