/** The address, if it is one that a link may go to: a bank's own site has https. */
export function httpsUrl(url: string | null | undefined): string | null {
  try {
    const { protocol, href } = new URL(url ?? '');
    return protocol === 'https:' ? href : null;
  } catch {
    return null;
  }
}
