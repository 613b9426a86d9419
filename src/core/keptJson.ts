/** Reads what an earlier page has kept. Null where it is no JSON, which no record of ours is. */
export function readKeptJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
