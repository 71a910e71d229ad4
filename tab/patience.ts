/** How long an answer may take, in milliseconds. */
export const patience = 15_000;

/** The same answer, unless it takes longer than that: then a rejection. What comes later still is for nobody. */
export const within = async <T>(milliseconds: number, answer: Promise<T>): Promise<T> => {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error('No answer in time.')), milliseconds);
  try {
    return await Promise.race([answer, late.promise]);
  } finally {
    clearTimeout(timer);
  }
};
