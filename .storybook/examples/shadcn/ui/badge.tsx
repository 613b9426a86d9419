import type { ComponentProps } from 'react';
import { cn } from './cn.js';

const VARIANTS = {
  default: 'bg-secondary text-secondary-foreground',
  warning: 'bg-warning text-warning-foreground',
  destructive: 'bg-destructive text-destructive-foreground',
  success: 'bg-success text-success-foreground',
};

interface BadgeProps extends ComponentProps<'span'> {
  variant?: keyof typeof VARIANTS | undefined;
}

export function Badge({ className, variant = 'default', ...props }: BadgeProps) {
  const look = 'inline-flex items-center rounded-full px-2.5 py-0.5 text-xs font-medium forced-colors:border';
  return <span data-slot="badge" className={cn(look, VARIANTS[variant], className)} {...props} />;
}
