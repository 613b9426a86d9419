import type { Frame } from 'playwright';
import { contrastOf, type Rgb } from './contrastOf.js';

/** `text` is to be read; `control` is what has to be seen: icons, the edges of what is pressed, and the one that tells the severity. */
export type PartKind = 'text' | 'control';

export interface PartContrast {
  kind: PartKind;
  /** Its class, and the variant and severity that it stands in. */
  name: string;
  contrast: number;
}

/** How much each part of the banners on a page stands out from what it is painted on. Decorative lines between parts don't count. */
export async function measureParts(frame: Frame): Promise<PartContrast[]> {
  const parts = await frame.evaluate(readParts);
  return parts.map(({ kind, name, ground, ink }) => ({ kind, name, contrast: contrastOf(ground, ink) }));
}

interface PaintedPart {
  kind: PartKind;
  name: string;
  ground: Rgb;
  ink: Rgb;
}

/** Runs in the page, where tsx does not bring along what it adds to functions with a name. */
function readParts(): PaintedPart[] {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!canvas) throw new Error('There is no canvas to mix colours on.');
  for (const details of document.querySelectorAll('details')) details.open = true;

  const painted: PaintedPart[] = [];
  for (const element of document.querySelectorAll('[class^="update-mode-"], [class^="update-mode-"] *')) {
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    const { color, fill, backgroundColor, borderTopColor, borderInlineStartColor } = getComputedStyle(element);
    const isWritten = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim(),
    );
    const isDrawn = element instanceof SVGElement;
    const variant = element.getAttribute('data-variant');
    const inks: [kind: PartKind, colour: string, standsOn: 'itself' | 'what is around'][] = [];
    if (isWritten) inks.push(['text', isDrawn ? fill : color, 'itself']);
    if (element.matches('.update-mode-banner__icon, .update-mode-banner__cross'))
      inks.push(['control', color, 'itself']);
    if (element.matches('.update-mode-banner__action, .update-mode-launcher')) {
      const isBare = element.closest('[data-variant="inline"]') !== null;
      inks.push(['control', isBare ? borderTopColor : backgroundColor, 'what is around']);
    }
    if (variant === 'banner') inks.push(['control', borderInlineStartColor, 'itself']);
    if (variant === 'banner') inks.push(['control', borderInlineStartColor, 'what is around']);
    if (variant === 'card') inks.push(['control', borderTopColor, 'itself']);
    if (variant === 'card') inks.push(['control', borderTopColor, 'what is around']);

    for (const [kind, ink, standsOn] of inks) {
      const layers = [ink];
      // Below a letter in a drawing: what is drawn before it.
      for (let shape = isWritten && isDrawn ? element.previousElementSibling : null; shape;) {
        const style = getComputedStyle(shape);
        layers.unshift(`color-mix(in srgb, ${style.fill} calc(100% * ${style.fillOpacity}), transparent)`);
        shape = shape.previousElementSibling;
      }
      for (
        let around = standsOn === 'itself' ? element : element.parentElement;
        around;
        around = around.parentElement
      ) {
        layers.unshift(getComputedStyle(around).backgroundColor);
      }
      const colours = ['white', ...layers].map<Rgb>((colour) => {
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
        return [red, green, blue];
      });
      const [ground, top] = colours.slice(-2);
      const banner = element.closest('[data-severity]');
      const place = banner ? ` in ${banner.getAttribute('data-variant')}, ${banner.getAttribute('data-severity')}` : '';
      const name = `${element.getAttribute('class') ?? element.localName}${place}`;
      if (ground && top) painted.push({ kind, name, ground, ink: top });
    }
  }
  return painted;
}
