import type { Decorator } from '@storybook/react-vite';
import type { Catalog } from '../../src/core/messages.js';
import { en } from '../../src/messages/en.js';
import type { Scene } from './scene.js';
import { Stage } from './Stage.js';

/** Puts each story on a stage as its `scene` has it, in the toolbar's language and width. */
export const withScene: Decorator = (Story, { id, parameters, args, globals, loaded }) => {
  const scene: Scene = parameters['scene'];
  const words: Catalog = loaded['words'] ?? en;
  return (
    <Stage
      // Other controls make another world, which begins anew.
      key={scene.fromArgs ? JSON.stringify([id, args]) : id}
      scope={id}
      createScene={() => ({ ...scene, ...scene.fromArgs?.(args) })}
      words={words}
      width={String(globals['width'])}
    >
      <Story />
    </Stage>
  );
};
