'use client';

import { useMemo, type CSSProperties, type ReactNode } from 'react';
import type { RepairBanner } from '../banner/repairBanner.js';
import { joinClassNames } from '../joinClassNames.js';
import { CombinedRow, type LineRenders } from './CombinedRow.js';
import { useListScene } from './listScene.js';
import type { ListLine } from './RepairListLine.js';
import { RowLine } from './RowLine.js';

export interface RepairListRowsProps {
  className?: string | undefined;
  style?: CSSProperties | undefined;
  /** Renders something else for each line; begin with `<RepairListLine>`. */
  render?: ((banner: RepairBanner, line: ListLine) => ReactNode) | undefined;
}

/** The `<ul>` of banks, the most pressing first, with a line for each connection that has more to say. */
export function RepairListRows({ className, style, render = renderLine }: RepairListRowsProps): ReactNode {
  const { rows } = useListScene('<RepairListRows>').arrangement;
  const renders = useMemo(() => createRenders(render), [render]);
  return (
    <ul className={joinClassNames('update-mode-banner__rows', className)} style={style}>
      {rows.map((row) => (
        <CombinedRow key={row.key} row={row} renders={renders} />
      ))}
    </ul>
  );
}

type RenderLine = NonNullable<RepairListRowsProps['render']>;

const renderLine: RenderLine = (_banner, line) => <RowLine {...line} />;

// The same ones each time: a line is rendered again only for its own Item.
function createRenders(render: RenderLine): LineRenders {
  const renderAs = (line: ListLine) => (banner: RepairBanner) => render(banner, line);
  return {
    next: renderAs({ isNext: true, needsText: false }),
    text: renderAs({ isNext: false, needsText: true }),
    plain: renderAs({ isNext: false, needsText: false }),
  };
}
