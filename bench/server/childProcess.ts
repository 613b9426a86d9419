import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';

/** A process of its own, which answers each message with one. */
export interface Child {
  ask<Schema extends v.GenericSchema>(message: unknown, answer: Schema): Promise<v.InferOutput<Schema>>;
  end(): void;
}

export function startChild(file: string): Child {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child = fork(path, { execArgv: ['--expose-gc', '--import', 'tsx'] });
  const gone = once(child, 'exit').then(() => {
    throw new Error(`${file} has ended.`);
  });
  gone.catch(() => {});
  return {
    async ask(message, answer) {
      const reply = once(child, 'message');
      child.send(message instanceof Object ? message : {});
      const [received]: unknown[] = await Promise.race([reply, gone]);
      return v.parse(answer, received);
    },
    end: () => child.disconnect(),
  };
}
