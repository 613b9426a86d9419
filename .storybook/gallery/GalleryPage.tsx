import { type CSSProperties, Fragment } from 'react';
import type { BannerDensity, BannerVariant } from '../../src/index.js';
import { createBankName } from './bankNames.js';
import type { GalleryGroup } from './galleryStates.js';
import { StillBanner } from './StillBanner.js';

export interface GalleryPageProps {
  groups: readonly GalleryGroup[];
  variants: readonly BannerVariant[];
  density: BannerDensity;
}

/** Every state in every variant, one below the other. Each cell has an id: `cell-{state}-{variant}`. */
export function GalleryPage({ groups, variants, density }: GalleryPageProps) {
  const numbers = new Map(groups.flatMap(({ states }) => states).map(({ id }, index) => [id, index]));
  return (
    <>
      <h1 lang="en" style={TITLE}>
        Every state of a banner
      </h1>
      <p lang="en" style={ELSEWHERE}>
        <bdi>
          Of one connection. Elsewhere:{' '}
          {ELSEWHERE_PAGES.map(([name, id], index) => (
            <Fragment key={id}>
              {index > 0 && ', '}
              <a href={`./?path=/docs/${id}--docs`} target="_top" style={LINK}>
                {name}
              </a>
            </Fragment>
          ))}
          .
        </bdi>
      </p>
      {groups.map(({ title, states }) => (
        <section key={title} aria-label={title}>
          <h2 lang="en" style={GROUP}>
            {title}
          </h2>
          {states.map((state) => (
            <article key={state.id} id={state.id} aria-label={`${title}: ${state.title}`} data-state={state.id}>
              <h3 lang="en" style={NAME}>
                {state.title} <span style={QUIET}>{`${state.severity} · ${state.remedy}`}</span>
              </h3>
              <div style={CELLS}>
                {variants.map((variant) => (
                  <div
                    key={variant}
                    id={`cell-${state.id}-${variant}`}
                    data-cell={state.id}
                    data-cell-variant={variant}
                    style={variant === 'banner' || variant === 'inline' ? WIDE : NARROW}
                  >
                    <p lang="en" style={LABEL}>
                      {variant}
                    </p>
                    <StillBanner
                      state={state}
                      name={createBankName(numbers.get(state.id) ?? 0, variant)}
                      itemId={`item-${state.id}-${variant}`}
                      variant={variant}
                      density={density}
                    />
                  </div>
                ))}
              </div>
            </article>
          ))}
        </section>
      ))}
    </>
  );
}

/** What is no banner of one connection, and its page. */
const ELSEWHERE_PAGES = [
  ['the list of several', 'many-connections'],
  ['RepairAllBanner', 'many-connections-one-visit-after-the-other'],
  ['the launcher', 'the-launcher-and-hooks-updatemodelauncher'],
] as const;

const ELSEWHERE: CSSProperties = { margin: '0 0 8px', fontSize: 14, lineHeight: '20px' };
const LINK: CSSProperties = { color: 'inherit' };
const TITLE: CSSProperties = { margin: '0 0 8px', fontSize: '1.5rem' };
const GROUP: CSSProperties = { margin: '40px 0 4px', fontSize: '1.25rem' };
const NAME: CSSProperties = { margin: '28px 0 8px', fontSize: '0.9375rem' };
const QUIET: CSSProperties = { fontWeight: 400, color: 'color-mix(in srgb, CanvasText 76%, Canvas)' };
const LABEL: CSSProperties = { ...QUIET, margin: '0 0 4px', fontSize: '0.75rem' };
const CELLS: CSSProperties = {
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 20rem), 1fr))',
  gap: 16,
  alignItems: 'start',
};
const NARROW: CSSProperties = { minInlineSize: 0, maxInlineSize: '26rem' };
const WIDE: CSSProperties = { minInlineSize: 0, gridColumn: '1 / -1' };
