export type SandboxService = 'plaid' | 'heron' | 'link';

/** One request that the sandbox has received. */
export interface SandboxRequest {
  service: SandboxService;
  method: string;
  path: string;
  /** Names in lower case. */
  headers: Record<string, string>;
  /** Parsed JSON; the text where it is none; `null` where there is no body. */
  body: unknown;
  /** The text as it was sent. */
  rawBody: string;
  /** Milliseconds since 1970, by the sandbox's clock. */
  at: number;
}

const KEPT_REQUESTS = 500;

export interface RequestLog {
  /** Oldest first; the last 500. */
  readonly entries: readonly SandboxRequest[];
  add(request: SandboxRequest): void;
}

export function createRequestLog(): RequestLog {
  const entries: SandboxRequest[] = [];
  return {
    entries,
    add(request) {
      entries.push(request);
      if (entries.length > KEPT_REQUESTS) entries.shift();
    },
  };
}

function findService(path: string): SandboxService {
  if (path.startsWith('/api/')) return 'heron';
  return /^\/link\/(session|oauth|hosted)\//.test(path) ? 'link' : 'plaid';
}

function parseBody(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export async function readRequest(request: Request, now: number): Promise<SandboxRequest> {
  const { pathname } = new URL(request.url);
  const rawBody = await request.text();
  return {
    service: findService(pathname),
    method: request.method,
    path: pathname,
    headers: Object.fromEntries(request.headers),
    body: parseBody(rawBody),
    rawBody,
    at: now,
  };
}
