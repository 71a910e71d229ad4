import type { enGB } from './en-GB.ts';

/** Everything a person reads from the bot. `en-GB` is complete. */
export type Words = typeof enGB;

/** Another language: a file of this type, with as many of the words as are translated. */
export type Translation = Partly<Words>;
export type Partly<T> = {
  [K in keyof T]?: T[K] extends (...given: never[]) => string
    ? T[K]
    : T[K] extends object
      ? Partly<T[K]>
      : T[K];
};
