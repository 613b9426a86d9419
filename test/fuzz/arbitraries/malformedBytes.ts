import fc from 'fast-check';

const encoder = new TextEncoder();

/** What text becomes on its way: bytes, which need not be text any more. */
export type BytesMutation = (text: string) => Uint8Array<ArrayBuffer>;

const INVALID_UTF8 = [
  [0xff],
  [0xc0, 0x80],
  [0xed, 0xa0, 0x80],
  [0xf4, 0x90, 0x80, 0x80],
  [0xe2, 0x82],
  [0x00],
  [0xef, 0xbb, 0xbf],
  [0xfe, 0xff],
  [0x1f, 0x8b, 0x08],
];

/** Mostly the text as it is: what it says has been changed already. */
export const bytesMutation: fc.Arbitrary<BytesMutation> = fc.oneof(
  { weight: 6, arbitrary: fc.constant((text: string) => encoder.encode(text)) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.nat({ max: 10_000 }), fc.constantFrom(...INVALID_UTF8)).map(
      ([at, bytes]) =>
        (text: string) =>
          insert(encoder.encode(text), at, bytes),
    ),
  },
  { weight: 1, arbitrary: fc.nat({ max: 10_000 }).map((at) => (text: string) => truncate(encoder.encode(text), at)) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 64 }).map((bytes) => () => new Uint8Array(bytes)) },
  { weight: 1, arbitrary: fc.constant((text: string) => new Uint8Array(Buffer.from(text, 'utf16le'))) },
  { weight: 1, arbitrary: fc.constant((text: string) => encoder.encode(text + text)) },
  { weight: 1, arbitrary: fc.constant((text: string) => encoder.encode(`${' '.repeat(20_000)}${text}`)) },
);

function insert(bytes: Uint8Array, at: number, inserted: readonly number[]): Uint8Array<ArrayBuffer> {
  const place = at % (bytes.length + 1);
  return new Uint8Array([...bytes.subarray(0, place), ...inserted, ...bytes.subarray(place)]);
}

function truncate(bytes: Uint8Array, at: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes.subarray(0, at % (bytes.length + 1)));
}

/** How bytes arrive: at once, in pieces, or only in part before the connection breaks. */
export type Delivery = (bytes: Uint8Array<ArrayBuffer>) => ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer>;

export const delivery: fc.Arbitrary<Delivery> = fc.oneof(
  { weight: 6, arbitrary: fc.constant((bytes: Uint8Array<ArrayBuffer>) => bytes) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 7 }).map((count) => inPieces(count, null)) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.nat({ max: 3 }), fc.constantFrom('TypeError', 'AbortError', 'ECONNRESET'))
      .map(([count, name]) => inPieces(count, name)),
  },
);

/** In that many pieces; with the name of an error, half of them and then the error. */
function inPieces(count: number, errorName: string | null): Delivery {
  return (bytes) => {
    const size = Math.max(1, Math.ceil(bytes.length / Math.max(1, count)));
    const last = errorName === null ? bytes.length : Math.floor((bytes.length * count) / 7);
    let sent = 0;
    return new ReadableStream<Uint8Array>({
      pull(controller) {
        if (sent < last) {
          const end = Math.min(sent + size, last);
          controller.enqueue(bytes.subarray(sent, end));
          sent = end;
        } else if (errorName === null) {
          controller.close();
        } else {
          controller.error(Object.assign(new Error('the connection broke'), { name: errorName }));
        }
      },
    });
  };
}
