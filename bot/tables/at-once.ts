/**
 * Does the work for every item, at most `width` of them at the same time, and gives the results in order. When
 * one fails, those under way are waited for, so that nothing goes on in the background after the failure.
 *
 * @throws the first failure
 */
export const atOnce = async <T, R>(
  width: number,
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<R[]> => {
  const results: R[] = [];
  for (let from = 0; from < items.length; from += width) {
    const batch = await Promise.allSettled(items.slice(from, from + width).map(work));
    for (const outcome of batch) {
      if (outcome.status === 'rejected') throw outcome.reason;
      results.push(outcome.value);
    }
  }
  return results;
};
