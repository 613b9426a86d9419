import fc from 'fast-check';
import { bytesMutation, delivery } from './malformedBytes.js';
import { headersMutation } from './malformedHeaders.js';
import { method, pathMutation } from './malformedPath.js';
import { jsonMutation } from './mutatedJson.js';

/** A request as it should be. */
export interface ValidRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: unknown;
}

export interface MalformedRequest {
  method: string;
  path: string;
  headers: [string, string][];
  /** What is sent as the body, for a signature over it; null for none. */
  bytes: Uint8Array<ArrayBuffer> | null;
  create(): Request;
}

const ORIGIN = 'https://app.test';

/** The request that comes of it, for a fuzzed case that fails to show. */
export function malformedRequest(
  valid: ValidRequest,
  sign: (bytes: Uint8Array<ArrayBuffer>) => Record<string, string> = () => ({}),
): fc.Arbitrary<MalformedRequest> {
  return fc
    .record({
      method: method(valid.method),
      mutatePath: pathMutation,
      mutateHeaders: headersMutation,
      mutateBody: fc.option(jsonMutation, { freq: 5 }),
      mutateBytes: bytesMutation,
      deliver: delivery,
      hasBody: fc.integer({ min: 0, max: 19 }).map((roll) => roll > 0),
    })
    .map((drawn) => {
      const text = drawn.mutateBody === null ? JSON.stringify(valid.body) : drawn.mutateBody(valid.body ?? {});
      const mayHaveBody = drawn.method !== 'GET' && drawn.method !== 'HEAD';
      const bytes = drawn.hasBody && mayHaveBody && text !== undefined ? drawn.mutateBytes(text) : null;
      const headers = new Headers({ ...valid.headers, ...(bytes === null ? {} : sign(bytes)) });
      drawn.mutateHeaders(headers);
      const path = drawn.mutatePath(valid.path);
      return {
        method: drawn.method,
        path,
        headers: [...headers],
        bytes,
        create: () => createRequest(drawn.method, path, headers, bytes === null ? null : drawn.deliver(bytes)),
      };
    });
}

function createRequest(
  name: string,
  path: string,
  headers: Headers,
  body: ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer> | null,
): Request {
  const init: RequestInit & { duplex: 'half' } = { method: name, headers, body, duplex: 'half' };
  return new Request(`${ORIGIN}${path.startsWith('/') ? '' : '/'}${path}`, init);
}
