import type { Stage } from './drive/stage.js';

/** Something that goes wrong, and how it gets well again. */
export interface Fault {
  name: string;
  /** For what must be so before the first page is loaded. */
  prepare?(stage: Stage): Promise<void>;
  begin(stage: Stage): Promise<void>;
  end(stage: Stage): Promise<void>;
}
