import type { Page } from 'playwright-core';
import type { Trouble } from '../../../tab/api/api.ts';

/** The server in the page's memory, seen from a test. */
export const stageOf = (page: Page) => {
  const run = <T>(expression: string): Promise<T> => page.evaluate<T>(`window.stage.${expression}`);
  return {
    /** What was sent to it under that name, in order. */
    sent: (name: string) =>
      run<{ sent: object; etag: string }[]>(`calls.filter(({ name }) => name === ${JSON.stringify(name)})`),
    /** What the dialog told the page around it. */
    said: () => run<string[]>('said'),
    /** The next call fails so; `done` where it is done all the same, and only its answer is lost. */
    trips: (trouble: Trouble, done = false) =>
      run<number>(`troubles.push(${JSON.stringify({ trouble, done })})`),
    /** Somebody else changes the action. */
    other: (patch: object) => run<undefined>(`other(${JSON.stringify(patch)})`),
    otherFacts: (patch: object) => run<undefined>(`otherFacts(${JSON.stringify(patch)})`),
    run,
  };
};
