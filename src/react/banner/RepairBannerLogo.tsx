'use client';

import { useState, type HTMLAttributes, type ReactNode } from 'react';
import { joinClassNames } from '../joinClassNames.js';
import { initials } from './initials.js';
import type { PartProps } from './partProps.js';
import { useBannerScene } from './repairBanner.js';

export type RepairBannerLogoProps = PartProps<HTMLAttributes<HTMLElement>>;

const SIZE = 40;

/**
 * The bank's logo, or its initials where there is none or it does not load; nothing for a bank without a name. For the
 * eye alone: the title says the name.
 */
export function RepairBannerLogo({ className, style, render }: RepairBannerLogoProps): ReactNode {
  const { banner } = useBannerScene('<RepairBannerLogo>');
  const [failedLogo, setFailedLogo] = useState<string | null>(null);
  const { name = null, logo = null } = banner.institution ?? {};
  if (name === null) return null;

  function picture(src: string): ReactNode {
    const fail = () => setFailedLogo(src);
    return (
      <img
        key={src}
        // It may have failed before React was there to hear of it.
        ref={(image) => void (image?.complete && image.naturalWidth === 0 && fail())}
        className="update-mode-banner__picture"
        alt=""
        width={SIZE}
        height={SIZE}
        referrerPolicy="no-referrer"
        loading="lazy"
        decoding="async"
        onError={fail}
        src={src}
      />
    );
  }

  const attributes = {
    className: joinClassNames('update-mode-banner__logo', className),
    style,
    'aria-hidden': true,
    children: logo && logo !== failedLogo ? picture(logo) : <Initials of={name} />,
  };
  return render ? render(attributes, banner) : <span {...attributes} />;
}

/** Drawn, not written: no text for a search or a copy to find, and a tile without the stylesheet as well. */
function Initials({ of }: { of: string }): ReactNode {
  return (
    <svg className="update-mode-banner__initials" viewBox="0 0 40 40" width={SIZE} height={SIZE}>
      <rect
        className="update-mode-banner__tile"
        width={SIZE}
        height={SIZE}
        rx={9}
        fill="currentColor"
        fillOpacity={0.1}
      />
      <text
        className="update-mode-banner__letters"
        x="50%"
        y="50%"
        dy="0.35em"
        textAnchor="middle"
        fill="currentColor"
        fontSize={15}
        fontWeight={650}
      >
        {initials(of)}
      </text>
    </svg>
  );
}
