import * as v from 'valibot';

const webhookSchema = v.union([
  v.pipe(
    v.object({ webhook_code: v.string() }),
    v.transform(({ webhook_code }) => webhook_code),
  ),
  v.pipe(
    v.object({ topic: v.string() }),
    v.transform(({ topic }) => topic),
  ),
]);

/** What every request for a link token holds, whatever it is for. */
const USUAL_FIELDS = ['client_id', 'secret', 'client_name', 'language', 'country_codes', 'user'];

const MOST_BYTES = 64 * 1024;

/** What a request is about, in words that hold no secret: a webhook's code, or the names of a link token's fields. */
export async function describeRequest(request: Request): Promise<string[]> {
  const { pathname } = new URL(request.url);
  const isLinkToken = pathname === '/link/token/create';
  if (!isLinkToken && !pathname.includes('/webhooks/')) return [];
  // Nobody has said yet who sends a webhook: what is no webhook's size is not read.
  if (!(Number(request.headers.get('content-length') ?? MOST_BYTES + 1) <= MOST_BYTES)) return [];
  const body: unknown = await request
    .clone()
    .json()
    .catch(() => null);
  if (isLinkToken) return listFields(body).filter((name) => !USUAL_FIELDS.includes(name));
  const webhook = v.safeParse(webhookSchema, body);
  return webhook.success ? [webhook.output] : [];
}

/** `update` is shown with what is in it: that is what tells one visit from another. */
function listFields(body: unknown): string[] {
  return Object.entries(readObject(body)).flatMap(([name, value]) =>
    name === 'update' ? Object.keys(readObject(value)).map((inner) => `update.${inner}`) : [name],
  );
}

function readObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}
