/** Made up, and the same each time: the sandbox's banks have no past. Ends at today's total. */
export function createBalanceHistory(total: number, days: number): number[] {
  const swing = Math.abs(total) * 0.06;
  const shape = (day: number) => Math.sin(day / 3.1) * 0.35 + Math.sin(day / 1.3 + 2) * 0.18 + day / days;
  const last = shape(days - 1);
  return Array.from({ length: days }, (_, day) => total + (shape(day) - last) * swing);
}
