/** Rejects for what the server refuses. */
export async function send(method: 'GET' | 'POST', path: string, body?: object): Promise<Response> {
  const response = await fetch(path, {
    method,
    ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
  });
  if (!response.ok) throw new Error(`The server answered ${path} with ${response.status}.`);
  return response;
}
