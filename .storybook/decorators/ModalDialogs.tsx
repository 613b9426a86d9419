import { useEffect, useId, useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useIsLinkOpen } from '../../src/index.js';
import './modalDialogs.css';

export interface ModalDialogProps {
  title: string;
  /** Of the button that opens it. */
  label: string;
  children: ReactNode;
}

/** The browser's own modal dialog, which makes all of the page but itself inert: it closes while Link is open. */
export function NativeDialog({ title, label, children }: ModalDialogProps) {
  const [isOpen, setIsOpen] = useState(false);
  const isShown = useIsLinkOpen() ? false : isOpen;
  const trigger = useRef<HTMLButtonElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    if (isShown) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isShown]);

  // By itself the browser gives the focus back to what had it before the dialog opened, which may have been Link.
  const leave = () => {
    dialog.current?.close();
    trigger.current?.focus();
    setIsOpen(false);
  };
  return (
    <>
      <button ref={trigger} type="button" aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        {label}
      </button>
      {/* Not `onClose`: that is also told when the dialog makes room for Link. */}
      <dialog ref={dialog} className="modal-dialog" aria-labelledby={titleId} onCancel={leave}>
        <DialogHeader titleId={titleId} title={title} onLeave={leave} />
        {children}
      </dialog>
    </>
  );
}

/** As component libraries such as Radix make a modal dialog: it is rendered away while Link is open. */
export function TrappingDialog({ title, label, children }: ModalDialogProps) {
  const [isOpen, setIsOpen] = useState(false);
  const isLinkOpen = useIsLinkOpen();
  const trigger = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button ref={trigger} type="button" aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        {label}
      </button>
      {isOpen && !isLinkOpen && (
        <TrappingDialogContent title={title} trigger={trigger} onLeave={() => setIsOpen(false)}>
          {children}
        </TrappingDialogContent>
      )}
    </>
  );
}

interface ContentProps extends Omit<ModalDialogProps, 'label'> {
  trigger: RefObject<HTMLButtonElement | null>;
  onLeave(): void;
}

function TrappingDialogContent({ title, trigger, onLeave, children }: ContentProps) {
  const dialog = useRef<HTMLDivElement>(null);
  const titleId = useId();

  useEffect(() => {
    const leaveOnEscape = ({ key }: KeyboardEvent) => key === 'Escape' && onLeave();
    document.addEventListener('keydown', leaveOnEscape);
    return () => document.removeEventListener('keydown', leaveOnEscape);
  }, [onLeave]);

  useLayoutEffect(() => {
    const element = dialog.current;
    const opener = trigger.current;
    if (!element) return undefined;
    const others = [...besides(element)].filter((other) => !other.ariaHidden);
    for (const other of others) other.setAttribute('aria-hidden', 'true');
    const { style } = document.body;
    Object.assign(style, { pointerEvents: 'none', overflow: 'hidden' });
    const takeFocus = () => element.querySelector('button')?.focus();
    const callBack = ({ target }: FocusEvent) => {
      if (target instanceof Node && !element.contains(target)) takeFocus();
    };
    document.addEventListener('focusin', callBack);
    takeFocus();
    return () => {
      document.removeEventListener('focusin', callBack);
      Object.assign(style, { pointerEvents: '', overflow: '' });
      for (const other of others) other.removeAttribute('aria-hidden');
      setTimeout(() => opener?.focus());
    };
  }, [trigger]);

  return (
    <div className="modal-dialog-backdrop">
      <div
        ref={dialog}
        className="modal-dialog"
        role="dialog"
        aria-modal="true"
        aria-labelledby={titleId}
        tabIndex={-1}
      >
        <DialogHeader titleId={titleId} title={title} onLeave={onLeave} />
        {children}
      </div>
    </div>
  );
}

interface HeaderProps {
  titleId: string;
  title: string;
  onLeave(): void;
}

function DialogHeader({ titleId, title, onLeave }: HeaderProps) {
  return (
    <header className="modal-dialog-header">
      <h2 id={titleId}>{title}</h2>
      <button type="button" onClick={onLeave}>
        Close
      </button>
    </header>
  );
}

/** All of the page but the element and what it stands in; what is read out by itself is left to be read. */
function* besides(element: Element): Iterable<Element> {
  for (let inner = element; inner !== document.body && inner.parentElement; inner = inner.parentElement) {
    for (const other of inner.parentElement.children) if (other !== inner && !other.ariaLive) yield other;
  }
}
