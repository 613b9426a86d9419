/** Rejects for what the server refuses, save the statuses that are awaited. */
export async function send(
  method: 'GET' | 'POST',
  path: string,
  body?: object,
  awaited: number[] = [],
): Promise<Response> {
  const response = await fetch(path, {
    method,
    ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
  });
  if (!response.ok && !awaited.includes(response.status)) {
    throw new Error(`The server answered ${path} with ${response.status}.`);
  }
  return response;
}
