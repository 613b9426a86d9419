import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { isFocusLost, isFocusReturning, OPENER_ATTRIBUTE, returnFocus } from '../../src/browser/focus.js';
import { createFocusReturn } from '../../src/browser/focusReturn.js';

afterEach(() => document.body.replaceChildren());

function setPage(html: string): void {
  document.body.innerHTML = html;
}

function find(selector: string): HTMLElement {
  const element = document.querySelector(selector);
  if (!(element instanceof HTMLElement)) throw new Error(`There is no ${selector}.`);
  return element;
}

const opener = (itemId: string, id = itemId) => `<button id="${id}" ${OPENER_ATTRIBUTE}="${itemId}">Reconnect</button>`;

describe('the focus', () => {
  it.each([
    ['the body', '', true],
    ['Link’s iframe', '<iframe id="plaid-link-iframe-1" tabindex="0"></iframe>', true],
    ['an iframe of the page’s own', '<iframe id="video" tabindex="0"></iframe>', false],
    ['a button', '<button>Go</button>', false],
  ])('on %s counts as lost or not', (_where, html, isLost) => {
    setPage(html);
    document.body.querySelector<HTMLElement>('iframe, button')?.focus();
    expect(isFocusLost()).toBe(isLost);
  });

  it('stays where it is when it is somewhere', () => {
    setPage(`${opener('item-1')}<input>`);
    find('input').focus();
    returnFocus('item-1', find('#item-1'));
    expect(find('input')).toHaveFocus();
  });

  it('goes back to the opener', () => {
    setPage(`<main>${opener('item-1', 'first')}${opener('item-1', 'second')}</main>`);
    returnFocus('item-1', find('#second'));
    expect(find('#second')).toHaveFocus();
  });

  it.each([
    ['another opener of the Item', `${opener('item-2')}<main id="main"></main>${opener('item-1')}`, '#item-1'],
    ['the next banner’s button', `<section class="update-mode-banner">${opener('item-2')}</section>`, '#item-2'],
    [
      'what a screen reader can reach',
      `<div aria-hidden="true">${opener('item-1', 'behind')}<main></main></div><div id="dialog" role="dialog"></div>`,
      '#dialog',
    ],
    ['the next banner', '<main></main><section class="update-mode-banner" id="banner"></section>', '#banner'],
    ['the page’s main part', '<h1 id="h1">Accounts</h1><main id="main"></main>', '#main'],
    ['a main part by role', '<h1>Accounts</h1><div id="main" role="main"></div>', '#main'],
    ['the heading', '<div></div><h1 id="h1">Accounts</h1>', '#h1'],
    ['whatever the page begins with', '<div id="app"></div>', '#app'],
  ])('goes, when the opener is gone, to %s', (_where, html, selector) => {
    const gone = document.createElement('button');
    setPage(html);
    returnFocus('item-1', gone);
    expect(find(selector)).toHaveFocus();
  });

  it('goes to an opener of the Item, where a browser focuses no button that is clicked', () => {
    setPage(`<main>${opener('item-1')}</main>`);
    returnFocus('item-1', document.body);
    expect(find('#item-1')).toHaveFocus();
  });

  it('finds an Item whose id has quotes in it', () => {
    setPage('<button>Other</button><main></main>');
    find('button').setAttribute(OPENER_ATTRIBUTE, 'a"]b\\');
    returnFocus('a"]b\\', null);
    expect(find('button')).toHaveFocus();
  });

  it.each(['', ' tabindex="0"'])('passes by what can’t take it, and leaves that as it was:%s', (tabIndex) => {
    setPage(`<div id="opener"${tabIndex}>Reconnect</div><main id="main"></main>`);
    const before = find('#opener').outerHTML;
    // As an element in a closed part of the page does in a browser; jsdom knows no layout.
    find('#opener').focus = () => {};
    returnFocus('item-1', find('#opener'));
    expect(find('#main')).toHaveFocus();
    expect(find('#opener').outerHTML).toBe(before);
  });

  it('tells its own moves apart from the user’s', () => {
    setPage(`<main>${opener('item-1')}</main>`);
    const heard: boolean[] = [];
    find('#item-1').addEventListener('focus', () => heard.push(isFocusReturning()));
    find('#item-1').focus();
    find('#item-1').blur();
    returnFocus('item-1', find('#item-1'));
    expect(heard).toEqual([false, true]);
    expect(isFocusReturning()).toBe(false);
  });
});

describe('giving the focus back', () => {
  it('takes it to whoever opened Link, given or focused', () => {
    setPage(`${opener('item-1', 'first')}${opener('item-1', 'second')}`);
    const focusReturn = createFocusReturn();
    focusReturn.remember('item-1', find('#second'));
    focusReturn.giveBack('item-1');
    expect(find('#second')).toHaveFocus();

    find('#first').focus();
    focusReturn.remember('item-1');
    find('#first').blur();
    focusReturn.giveBack('item-1', true);
    expect(find('#first')).toHaveFocus();
  });

  describe('in a dialog that makes room for Link', () => {
    const DIALOG = '<div role="dialog"><button id="close">Close</button>';

    beforeEach(() => {
      vi.useFakeTimers();
      onTestFinished(() => void vi.useRealTimers());
    });

    function leaveLinkIn() {
      setPage(`${DIALOG}${opener('item-1')}</div>`);
      const focusReturn = createFocusReturn();
      focusReturn.remember('item-1', find('#item-1'));
      setPage('');
      focusReturn.giveBack('item-1', true);
      return {
        focusReturn,
        openAgain(inside: string) {
          setPage(`<main>${opener('item-1', 'outside')}</main>${DIALOG}${inside}</div>`);
          find('#close').focus();
        },
        wait: (ms: number) => void vi.advanceTimersByTime(ms),
      };
    }

    it.each([
      ['the opener', opener('item-1', 'place')],
      ['the banner', '<section class="update-mode-banner" id="place"></section>'],
      ['the dialog’s own first place, where there is neither', ''],
    ])('takes it to %s, however often the dialog puts it on what comes first', (_where, inside) => {
      const { openAgain, wait } = leaveLinkIn();
      wait(100);
      openAgain(inside);
      const place = inside ? find('#place') : find('#close');
      wait(50);
      expect(place).toHaveFocus();
      find('#close').focus();
      wait(50);
      expect(place).toHaveFocus();
      wait(50);
      expect(vi.getTimerCount()).toBe(inside ? 0 : 1);
    });

    it('takes it to the page in the end, where the dialog stays closed', () => {
      const { wait } = leaveLinkIn();
      setPage('<main></main>');
      wait(499);
      expect(document.body).toHaveFocus();
      wait(1);
      expect(find('main')).toHaveFocus();
    });

    it('lets go of it once Link is open for somebody else', () => {
      const { focusReturn, openAgain, wait } = leaveLinkIn();
      focusReturn.remember('item-2');
      openAgain(opener('item-1'));
      wait(1_000);
      expect(find('#close')).toHaveFocus();
    });

    it('leaves it in a dialog that is above the opener’s', () => {
      const { focusReturn, wait } = leaveLinkIn();
      setPage(`${DIALOG}${opener('item-1')}</div><div role="dialog"><button id="above">Close</button></div>`);
      focusReturn.remember('item-1', find('#item-1'));
      find('#above').focus();
      focusReturn.giveBack('item-1', true);
      wait(1_000);
      expect(find('#above')).toHaveFocus();
    });

    it('looks for no place any longer once nobody needs it', () => {
      leaveLinkIn().focusReturn.stop();
      expect(vi.getTimerCount()).toBe(0);
    });

    it('leaves it where it is in a dialog that has not made room', () => {
      setPage(`${DIALOG}${opener('item-1')}</div>`);
      const focusReturn = createFocusReturn();
      focusReturn.remember('item-1', find('#item-1'));
      find('#close').focus();
      focusReturn.giveBack('item-1');
      vi.advanceTimersByTime(1_000);
      expect(find('#close')).toHaveFocus();
    });
  });

  it('is nothing for an Item that nobody opened', () => {
    setPage(`${opener('item-1')}${opener('item-2')}`);
    const focusReturn = createFocusReturn();
    focusReturn.giveBack('item-1');
    focusReturn.remember('item-1', find('#item-1'));
    focusReturn.giveBack('item-2');
    expect(document.body).toHaveFocus();
  });
});
