import type { ComponentProps } from 'react';
import { cn } from './cn.js';

const VARIANTS = {
  default: 'bg-primary text-primary-foreground hover:opacity-95',
  outline: 'border border-input bg-card text-card-foreground hover:bg-secondary',
  ghost: 'text-muted-foreground hover:bg-secondary hover:text-secondary-foreground',
};

const SIZES = { default: 'min-h-11 px-4 py-2', sm: 'min-h-8 px-3 py-1', icon: 'size-8' };

interface ButtonLook {
  variant?: keyof typeof VARIANTS | undefined;
  size?: keyof typeof SIZES | undefined;
}

/** For a link that looks like a button, too. */
export function buttonVariants({ variant = 'default', size = 'default' }: ButtonLook): string {
  return cn(
    'inline-flex cursor-pointer items-center justify-center gap-2 rounded-md text-sm font-medium transition-colors',
    'focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-ring',
    'aria-busy:cursor-progress motion-reduce:transition-none forced-colors:border',
    VARIANTS[variant],
    SIZES[size],
  );
}

export function Button({ className, variant, size, ...props }: ComponentProps<'button'> & ButtonLook) {
  return <button data-slot="button" className={cn(buttonVariants({ variant, size }), className)} {...props} />;
}
