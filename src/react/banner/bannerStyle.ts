import type { CSSProperties } from 'react';

/** Styles for a banner, its custom properties among them. */
export type BannerStyle = CSSProperties & { [property: `--update-mode-${string}`]: string | number | undefined };
