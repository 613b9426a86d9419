import type { UpdateModeProviderProps } from '../../src/index.js';
import type { LinkBehaviour, LinkOutcome } from '../../src/testing/index.js';
import type { Device } from './device.js';
import type { LeftReport } from './leaveReports.js';
import type { ServerScript } from './storyServer.js';

/** The world around one story: the app's server, Plaid Link, and what the app gives its provider. */
export interface Scene {
  server: ServerScript;
  /** What an earlier page has left in the browser. */
  reports?: readonly LeftReport[] | undefined;
  device?: Device | undefined;
  /** How the simulated Link behaves. */
  link?: LinkBehaviour | undefined;
  /** How the first visits to Link go, one each; in those that follow a person decides. */
  visits?: readonly LinkOutcome[] | undefined;
  provider?: Partial<UpdateModeProviderProps> | undefined;
  /** @default true */
  hasStylesheet?: boolean | undefined;
  /** What a story's controls make of the scene. */
  fromArgs?: ((args: Readonly<Record<string, unknown>>) => Partial<Scene>) | undefined;
}

type SceneChanges = Partial<Omit<Scene, 'server'>> & { server?: Partial<ServerScript> | undefined };

/** The scene as parameters. Storybook merges those of a story into those of its file, and these into the preview's. */
export function scene(changes: SceneChanges): { scene: SceneChanges } {
  return { scene: changes };
}
