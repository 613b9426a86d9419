import type { Frame } from 'playwright';
import { contrastOf, type Rgb } from './contrastOf.js';
import type { Finding } from './scan.js';

/** What WCAG AAA asks for of any text. */
const LEAST_CONTRAST = 7;

interface PaintedText {
  rule: string;
  html: string;
  ground: Rgb;
  ink: Rgb;
}

/** Text that is too pale, where axe does not know its ground: in drawings, and on the plates that forced colours bring. */
export async function scanPaintedText(frame: Frame): Promise<Finding[]> {
  const texts = await frame.evaluate(readPaintedText);
  return texts.flatMap(({ rule, html, ground, ink }) => {
    const contrast = contrastOf(ground, ink);
    if (contrast >= LEAST_CONTRAST) return [];
    const summary = `Contrast of ${contrast.toFixed(2)} (${ink.join(' ')} on ${ground.join(' ')}).`;
    return [{ rule, impact: 'serious', target: rule, html, summary }];
  });
}

/** Runs in the page, where tsx does not bring along what it adds to functions with a name. */
function readPaintedText(): PaintedText[] {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!canvas) throw new Error('There is no canvas to mix colours on.');
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.color = 'Canvas';
  const plate = getComputedStyle(probe).color;
  probe.remove();

  const painted: PaintedText[] = [];
  for (const element of document.body.querySelectorAll('*')) {
    const isWritten = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim(),
    );
    if (!isWritten || !element.checkVisibility({ visibilityProperty: true })) continue;
    const style = getComputedStyle(element);
    const layers: [colour: string, opacity: string][] = [];
    const isDrawn = element instanceof SVGElement;
    if (isDrawn) {
      // Below it: what is drawn before it, and the page.
      for (let shape: Element | null = element; shape; shape = shape.previousElementSibling) {
        const { fill, fillOpacity } = getComputedStyle(shape);
        layers.unshift([fill, fillOpacity]);
      }
      for (let around = element.parentElement; around; around = around.parentElement) {
        layers.unshift([getComputedStyle(around).backgroundColor, '1']);
      }
    } else if (matchMedia('(forced-colors: active)').matches && style.forcedColorAdjust === 'auto') {
      // Chromium paints Canvas behind each line of text, whatever the background.
      layers.push([plate, '1'], [style.color, '1']);
    }
    canvas.globalAlpha = 1;
    canvas.fillStyle = 'white';
    canvas.fillRect(0, 0, 1, 1);
    const colours = layers.map<Rgb>(([colour, opacity]) => {
      canvas.globalAlpha = Number(opacity);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
      return [red, green, blue];
    });
    const [ground, ink] = colours.slice(-2);
    const rule = isDrawn ? 'text in a drawing' : 'text on its plate';
    if (ground && ink) painted.push({ rule, html: element.outerHTML.slice(0, 300), ground, ink });
  }
  return painted;
}
