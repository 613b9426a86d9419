import type { ComponentProps } from 'react';
import { cn } from './cn.js';

const VARIANTS = {
  default: 'bg-secondary text-secondary-foreground',
  warning: 'bg-warning text-warning-foreground',
  destructive: 'bg-destructive text-destructive-foreground',
  success: 'bg-success text-success-foreground',
};

interface AlertProps extends ComponentProps<'div'> {
  variant?: keyof typeof VARIANTS | undefined;
}

/** By itself it interrupts a screen reader, unless the props say otherwise. */
export function Alert({ className, variant = 'default', ...props }: AlertProps) {
  const look = 'flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg px-3 py-2 text-sm forced-colors:border';
  return <div data-slot="alert" role="alert" className={cn(look, VARIANTS[variant], className)} {...props} />;
}

export function AlertTitle({ className, ...props }: ComponentProps<'div'>) {
  return <div data-slot="alert-title" className={cn('font-medium', className)} {...props} />;
}
