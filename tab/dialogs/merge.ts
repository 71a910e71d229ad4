/** Three versions of the same answers brought together. */
export type Merged<T extends object, F extends keyof T> = {
  /** Mine where I changed something, theirs where only they did. */
  values: T;
  /** What both changed, and not to the same. */
  clashes: F[];
  /** What only the others changed. */
  taken: F[];
};

/**
 * Brings together what two people made of one version. Where only one of them changed an answer, that change
 * stands; where both did, mine stands for now and the answer is named as a clash for a person to decide.
 * @param base what both began with
 * @param fields what is compared; all else is mine
 * @param same when two answers count as one
 */
export const mergeThree = <T extends object, F extends keyof T>(
  base: T,
  mine: T,
  theirs: T,
  fields: readonly F[],
  same: (one: T[F], other: T[F]) => boolean,
): Merged<T, F> => {
  const changed = (version: T) => (field: F) => !same(base[field], version[field]);
  const others = fields.filter(changed(theirs));
  const clashes = others.filter((field) => changed(mine)(field) && !same(mine[field], theirs[field]));
  const taken = others.filter((field) => !changed(mine)(field));
  const values = { ...mine };
  for (const field of taken) values[field] = theirs[field];
  return { values, clashes, taken };
};
