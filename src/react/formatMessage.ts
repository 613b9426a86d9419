/** Fills `{name}` places. A place without a value stays as it is, so that a gap is seen and not hidden. */
export function formatMessage(message: string, values: Readonly<Record<string, string>>): string {
  return message.replaceAll(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? place) : place,
  );
}
