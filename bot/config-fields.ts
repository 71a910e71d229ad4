import { z } from 'zod';
import { urlFault } from './config-parts.ts';

/** The kinds of settings, as shapes that say what is wrong without repeating a value. */

export const text = z.string().trim().optional();

export const url = (rule: Parameters<typeof urlFault>[1], remedy: string) =>
  text.refine((value) => !value || urlFault(value, rule) === null, remedy);

export const number = (least: number, most: number, standard: number, remedy: string) =>
  z.coerce.number(remedy).int(remedy).min(least, remedy).max(most, remedy).default(standard);
