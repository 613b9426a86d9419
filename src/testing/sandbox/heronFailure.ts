/** An answer of Heron's API that is an error. */
export class HeronFailure extends Error {
  override readonly name = 'HeronFailure';

  constructor(
    readonly code: number,
    readonly title: string,
    readonly description: string | Record<string, unknown>,
  ) {
    super(title);
  }

  toResponse(headers: Record<string, string> = {}): Response {
    const body = { code: this.code, name: this.title, description: this.description };
    return Response.json(body, { status: this.code, headers });
  }
}
