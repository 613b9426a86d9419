/**
 * A type of the `plaid` SDK with each of its enums as the strings that they stand for: nobody has to import an
 * enum, and with it the whole SDK, to say `'assets'`. The enum's members fit as well.
 */
export type PlaidLiteral<Shape> = Shape extends string
  ? `${Shape}`
  : Shape extends (infer Each)[]
    ? PlaidLiteral<Each>[]
    : Shape extends object
      ? { [Key in keyof Shape]: PlaidLiteral<Shape[Key]> }
      : Shape;
