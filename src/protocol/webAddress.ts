/** The address, if it is one that a link may go to: a bank's own site has https. */
export function httpsUrl(url: string | null | undefined): string | null {
  const parsed = parse(url);
  return parsed?.protocol === 'https:' ? parsed.href : null;
}

/**
 * The address of a picture, if it can be nothing else: https, a path of the page's own, or a `data:` URL of a picture. An
 * SVG is one as well, since it runs no script where `<img>` shows it.
 */
export function pictureUrl(url: string | null | undefined): string | null {
  if (!url) return null;
  const isInline = /^data:image\/(png|jpeg|gif|webp|avif|svg\+xml)[;,]/i.test(url);
  const isPath = /^\/(?![/\\])/.test(url);
  return isInline || isPath ? url : httpsUrl(url);
}

/** Whether a page may be sent there: https, or a sandbox on the developer's own machine. */
export function isHostedPage(url: string): boolean {
  const parsed = parse(url);
  if (!parsed || parsed.username !== '' || parsed.password !== '') return false;
  const isLoopback = parsed.hostname === 'localhost' || parsed.hostname === '127.0.0.1';
  return parsed.protocol === 'https:' || (parsed.protocol === 'http:' && isLoopback);
}

function parse(url: string | null | undefined): URL | null {
  try {
    return new URL(url ?? '');
  } catch {
    return null;
  }
}
