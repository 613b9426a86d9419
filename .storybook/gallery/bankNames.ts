import type { BannerVariant } from '../../src/index.js';

const KINDS: Record<BannerVariant, string> = {
  banner: 'Bank',
  card: 'Savings Bank',
  inline: 'Credit Union',
  compact: 'Trust',
};

const PLACES = ['First', 'Old', 'Great', 'North', 'South'];

const TREES = 'Acacia Alder Beech Birch Cedar Elm Fir Hazel Holly Juniper Larch Maple Oak Pine Rowan Willow Yew'.split(
  ' ',
);

/**
 * A bank of its own for each cell: a banner's region is named by its title, and two of one name are no help to somebody who
 * finds their way by them.
 */
export function createBankName(index: number, variant: BannerVariant): string {
  const place = PLACES[Math.floor(index / TREES.length) % PLACES.length];
  return `${place} ${TREES[index % TREES.length]} ${KINDS[variant]}`;
}
