'use client';

import { forwardRef, type ButtonHTMLAttributes, type ReactNode, type SyntheticEvent } from 'react';
import type { RepairCallbacks } from './callbacks.js';
import { joinClassNames } from './joinClassNames.js';
import { formatMessage } from './formatMessage.js';
import { useSettings } from './settings.js';
import { useRetainedList } from './useRetainedList.js';
import { useItem } from './useItem.js';
import { useUpdateMode, type UpdateModeButtonProps, type UseUpdateModeResult } from './useUpdateMode.js';

type OwnButtonAttributes = Omit<
  ButtonHTMLAttributes<HTMLButtonElement>,
  keyof UpdateModeButtonProps | 'children' | 'onError'
>;

export interface UpdateModeLauncherProps extends RepairCallbacks, OwnButtonAttributes {
  /** Plaid's `item_id` of the connection to repair. */
  itemId: string;
  /** The label. @default "Reconnect" and the institution's name */
  children?: ReactNode | undefined;
  /** Runs before Link is opened; `event.preventDefault()` keeps it closed. */
  onClick?: ((event: SyntheticEvent<Element>) => void) | undefined;
  /** Renders something else than a `<button>`: spread the props on it. */
  render?:
    | ((props: UpdateModeButtonProps & { children: ReactNode }, repair: UseUpdateModeResult) => ReactNode)
    | undefined;
}

/**
 * The button that opens Link for one Item. Renders a `<button>`, or whatever `render` makes of its props.
 *
 * @example <UpdateModeLauncher itemId={itemId}>Sign in again</UpdateModeLauncher>
 */
export const UpdateModeLauncher = forwardRef<HTMLButtonElement, UpdateModeLauncherProps>(
  function UpdateModeLauncher(props, ref) {
    const { itemId, children, onClick, onRepaired, onExit, onError, render, className, ...attributes } = props;
    const { snapshot } = useItem(itemId, '<UpdateModeLauncher>');
    const repair = useUpdateMode({ itemId, onRepaired, onExit, onError });
    const { messages } = useSettings();
    // Only a label of our own needs the bank's name; an app that gives one need not have a list.
    useRetainedList(children === undefined, '<UpdateModeLauncher>');
    const institution = snapshot.link?.institution_name || messages.unnamedInstitution;
    const buttonProps: UpdateModeButtonProps = {
      ...repair.buttonProps,
      onClick(event) {
        onClick?.(event);
        if (!event.defaultPrevented) repair.buttonProps.onClick(event);
      },
    };
    const label = children ?? formatMessage(messages.reconnect, { institution });
    if (render) return render({ ...buttonProps, children: label }, repair);
    return (
      <button ref={ref} {...attributes} {...buttonProps} className={joinClassNames('update-mode-launcher', className)}>
        {label}
      </button>
    );
  },
);
