'use client';

import { forwardRef, type ButtonHTMLAttributes, type ReactNode, type SyntheticEvent } from 'react';
import { DEFAULT_PURPOSE, type Purpose } from '../protocol/purpose.js';
import type { RepairCallbacks } from './callbacks.js';
import { joinClassNames } from './joinClassNames.js';
import { createSpeak } from './words/createSpeak.js';
import { useSettings } from './settings.js';
import { useRetainedList } from './useRetainedList.js';
import { visitWords } from './words/visitWords.js';
import { useInstitutionName } from './useInstitutionName.js';
import type { UpdateModeTarget } from './useSession.js';
import { useVisit, type UpdateModeButtonProps, type UseUpdateModeResult } from './useUpdateMode.js';

type OwnButtonAttributes = Omit<
  ButtonHTMLAttributes<HTMLButtonElement>,
  keyof UpdateModeButtonProps | 'children' | 'onError'
>;

interface CommonProps extends RepairCallbacks, OwnButtonAttributes {
  /** What the visit is for: a name that the server defines. @default 'repair' */
  purpose?: Purpose | undefined;
  /** The label. @default by its purpose, such as "Reconnect" and the institution's name */
  children?: ReactNode | undefined;
  /** Runs before Link is opened; `event.preventDefault()` keeps it closed. */
  onClick?: ((event: SyntheticEvent<Element>) => void) | undefined;
  /** Renders something else than a `<button>`: spread the props on it. */
  render?: ((props: LauncherElementProps, repair: UseUpdateModeResult) => ReactNode) | undefined;
}

interface LauncherElementProps extends UpdateModeButtonProps {
  children: ReactNode;
  /** BCP 47; set where the label is ours, and in another language than the page. */
  lang?: string | undefined;
  /** Set where such a label is written the other way. */
  dir?: 'ltr' | 'rtl' | undefined;
}

export type UpdateModeLauncherProps = UpdateModeTarget & CommonProps;

/**
 * The button that opens Link, for an Item or another target. Renders a `<button>`, or whatever `render` makes of its props.
 *
 * @example <UpdateModeLauncher itemId={itemId}>Sign in again</UpdateModeLauncher>
 */
export const UpdateModeLauncher = forwardRef<HTMLButtonElement, UpdateModeLauncherProps>(
  function UpdateModeLauncher(props, ref) {
    const {
      itemId,
      user: _user,
      authorizationId: _authorizationId,
      purpose = DEFAULT_PURPOSE,
      children,
      onClick,
      onRepaired: _onRepaired,
      onExit: _onExit,
      onError: _onError,
      render,
      className,
      ...attributes
    } = props;
    const repair = useVisit(props, '<UpdateModeLauncher>');
    const institutionName = useInstitutionName(itemId);
    const settings = useSettings();
    // Only a label of our own needs the bank's name; an app that gives one need not have a list.
    useRetainedList(children === undefined, '<UpdateModeLauncher>');
    const buttonProps: UpdateModeButtonProps = {
      ...repair.buttonProps,
      onClick(event) {
        onClick?.(event);
        if (!event.defaultPrevented) repair.buttonProps.onClick(event);
      },
    };
    if (children === undefined && !settings.areWordsThere) return null;
    const institution = institutionName ?? settings.messages.unnamedInstitution;
    const label = children ?? createSpeak(settings, { institution })(visitWords(purpose).launch);
    const language = children === undefined ? { lang: settings.language, dir: settings.direction } : {};
    if (render) return render({ ...language, ...buttonProps, children: label }, repair);
    return (
      <button
        ref={ref}
        {...language}
        {...attributes}
        {...buttonProps}
        className={joinClassNames('update-mode-launcher', className)}
      >
        {label}
      </button>
    );
  },
);
