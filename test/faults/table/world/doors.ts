/**
 * The places at which a request can be stopped or spoiled, by who asks whom for what: a browser the app's server, the
 * app's server Plaid or Heron, Link its own server. A name stands for all that begin with it.
 */
export type Door =
  | 'app'
  | 'app.page'
  | 'app.list'
  | 'app.token'
  | 'app.report'
  | 'plaid'
  | 'plaid.token'
  | 'plaid.item'
  | 'plaid.other'
  | 'heron'
  | 'heron.list'
  | 'heron.put'
  | 'link'
  | 'link.open'
  | 'link.finish'
  | 'link.other';

export function isBehind(door: Door, named: Door): boolean {
  return door === named || door.startsWith(`${named}.`);
}

export function findAppDoor(pathname: string): Door {
  switch (pathname) {
    case '/api/update-mode/integration-links':
      return 'app.list';
    case '/api/update-mode/link-token':
      return 'app.token';
    case '/api/update-mode/repairs':
      return 'app.report';
    default:
      return 'app.page';
  }
}

/** The sandbox serves Plaid, Heron and Link's own server on one port. */
export function findBankDoor(method: string, pathname: string): Door {
  if (pathname.startsWith('/api/')) return method === 'PUT' ? 'heron.put' : 'heron.list';
  switch (pathname) {
    case '/link/session/open':
      return 'link.open';
    case '/link/session/finish':
      return 'link.finish';
    case '/link/token/create':
      return 'plaid.token';
    case '/item/get':
      return 'plaid.item';
    default:
      return pathname.startsWith('/link/') ? 'link.other' : 'plaid.other';
  }
}
