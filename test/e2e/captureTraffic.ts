import type { Page, Response } from '@playwright/test';

export interface Traffic {
  /** Each response as one text: address, headers, body. */
  received(): Promise<string[]>;
  /** Each request as one text: method, address, body. */
  sent(): string[];
}

/** Keeps all that a page sends and receives from now on. */
export function captureTraffic(page: Page): Traffic {
  const sent: string[] = [];
  const received: Promise<string>[] = [];
  page.on('request', (request) => sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`));
  page.on('response', (response) => received.push(readResponse(response)));
  return { sent: () => sent, received: () => Promise.all(received) };
}

async function readResponse(response: Response): Promise<string> {
  const headers = JSON.stringify(await response.headersArray());
  return [response.url(), headers, await readBody(response)].join('\n');
}

async function readBody(response: Response): Promise<string> {
  // Such a body has no end; what is in it, liveUpdates.spec.ts holds to the letter.
  if (response.headers()['content-type'] === 'text/event-stream') return '';
  try {
    return await response.text();
  } catch {
    // Chromium keeps no body of a request that a reload has cut off: the page has not had it either.
    return '';
  }
}
