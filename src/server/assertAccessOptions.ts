import type { AccessOptions } from './accessOptions.js';
import { configurationError } from './configurationError.js';

/** Throws for what could match no request, or would allow something else than it says. */
export function assertAccessOptions<Caller>({ allowedOrigins, allowedHeaders }: AccessOptions<Caller>): void {
  if (allowedOrigins?.some((origin) => !isOrigin(origin))) {
    throw configurationError(
      'allowedOrigins holds something that is not an origin.',
      'It could match no Origin header, so the requests that it is meant for would be refused.',
      "Give scheme, host and port alone, such as 'https://app.example.com', without a slash at the end and without a *.",
    );
  }
  if (allowedHeaders?.some((name) => !/^[\w-]+$/.test(name))) {
    throw configurationError(
      'allowedHeaders holds something that is not the name of a header.',
      'A browser would not send the header, so the requests that need it would not be made.',
      "Give each by its whole name, such as 'authorization'.",
    );
  }
}

/** As browsers write it; an app in a shell of its own has a scheme of its own, such as `capacitor://localhost`. */
function isOrigin(text: string): boolean {
  if (!URL.canParse(text) || text.includes('*')) return false;
  const { origin } = new URL(text);
  return origin === 'null' ? /^[a-z][a-z\d+.-]*:\/\/[\w.:-]+$/.test(text) : origin === text;
}
