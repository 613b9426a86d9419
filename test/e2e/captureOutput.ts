export interface CapturedOutput {
  text(): string;
  stop(): void;
}

/** Reads along with what this process prints, whoever prints it. */
export function captureOutput(): CapturedOutput {
  let text = '';
  const restores = [process.stdout, process.stderr].map((stream) => {
    const write = stream.write;
    stream.write = function writeAndKeep(this: typeof stream, ...printed: Parameters<typeof write>) {
      text += String(printed[0]);
      return Reflect.apply(write, this, printed);
    } as typeof write;
    return () => {
      stream.write = write;
    };
  });
  return {
    text: () => text,
    stop: () => restores.forEach((restore) => restore()),
  };
}
