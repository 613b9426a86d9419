import type { ComponentProps } from 'react';
import { cn } from './cn.js';

type DivProps = ComponentProps<'div'>;

export function Card({ className, ...props }: DivProps) {
  const look = 'flex flex-col gap-5 rounded-xl border border-border bg-card py-5 text-card-foreground shadow-sm';
  const focus = 'focus-visible:outline-2 focus-visible:outline-ring';
  return <div data-slot="card" className={cn(look, focus, className)} {...props} />;
}

export function CardHeader({ className, ...props }: DivProps) {
  return <div data-slot="card-header" className={cn('flex flex-wrap items-start gap-4 px-5', className)} {...props} />;
}

export function CardTitle({ className, ...props }: DivProps) {
  return <div data-slot="card-title" className={cn('text-lg leading-snug font-semibold', className)} {...props} />;
}

export function CardDescription({ className, ...props }: DivProps) {
  return <div data-slot="card-description" className={cn('text-sm text-muted-foreground', className)} {...props} />;
}

export function CardFooter({ className, ...props }: DivProps) {
  return <div data-slot="card-footer" className={cn('flex flex-col gap-2 px-5 empty:hidden', className)} {...props} />;
}
