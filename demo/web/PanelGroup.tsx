import type { ReactNode } from 'react';

export interface PanelGroupProps {
  title: string;
  children: ReactNode;
}

/** The controls of one place where things can go differently. */
export function PanelGroup({ title, children }: PanelGroupProps) {
  return (
    <fieldset className="panel-group">
      <legend className="panel-group__title">{title}</legend>
      {children}
    </fieldset>
  );
}
