/**
 * The four ways window (the social discipline window): challenge runs upwards, support runs along the bottom.
 * WITH is high in both; each of the other three is short of one or both.
 */
export const domains = ['to', 'with', 'not', 'for'] as const;
export type Domain = (typeof domains)[number];

/** How much support or challenge there is, in words; never a digit, never a score. */
export const amounts = ['hardlyAny', 'aLittle', 'some', 'aLot', 'aGreatDeal'] as const;
export type Amount = (typeof amounts)[number];

export const axes = ['support', 'challenge'] as const;
export type Axis = (typeof axes)[number];

/** The window as it is drawn: two rows from high to low challenge, two columns from low to high support. */
export const windowRows: readonly (readonly [Domain, Domain])[] = [
  ['to', 'with'],
  ['not', 'for'],
];

const high: Record<Domain, readonly Axis[]> = {
  to: ['challenge'],
  with: ['support', 'challenge'],
  for: ['support'],
  not: [],
};

/** The axes that a domain is short of: what a move towards WITH has to bring. Empty for WITH. */
export const shortOf = (domain: Domain): Axis[] => axes.filter((axis) => !high[domain].includes(axis));

/**
 * Whether an amount sits oddly with the chosen box. "Some" fits either side; so does an amount not given.
 * A mismatch is worth one neutral line, never a question to answer (storyboard, rule 10).
 */
export const isMismatch = (domain: Domain, axis: Axis, amount: Amount | null): boolean => {
  if (amount === null || amount === 'some') return false;
  const saysHigh = amount === 'aLot' || amount === 'aGreatDeal';
  return saysHigh !== high[domain].includes(axis);
};
