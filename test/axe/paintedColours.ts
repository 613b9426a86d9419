// All run in the page: tsx would not bring along what it adds to functions with a name.

/** Until the page is painted anew, some of its computed colours are those of the scheme before. */
export async function waitUntilPainted(): Promise<void> {
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
}

/** Where a page has transitions, its colours would be on their way between two schemes. A frame may be hidden: nothing is awaited. */
export function finishTransitions(): void {
  // What inherits a colour may begin its own transition once the one above has ended.
  for (;;) {
    const running = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    if (running.length === 0) return;
    for (const transition of running) transition.finish();
  }
}

/**
 * axe (4.14) takes the colour of a text from `-webkit-text-fill-color`, which in forced colours says what the page has
 * written. Chromium paints `color` there, which says what the system has put in its place; so axe is given that.
 */
export function readPaintedColours(): void {
  const { getPropertyValue } = CSSStyleDeclaration.prototype;
  CSSStyleDeclaration.prototype.getPropertyValue = function (name) {
    const isForced = matchMedia('(forced-colors: active)').matches;
    return getPropertyValue.call(this, isForced && name === '-webkit-text-fill-color' ? 'color' : name);
  };
}
