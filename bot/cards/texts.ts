import type { Fault } from './refusals.ts';

/**
 * What a client sent for a text field, made storable: well-formed Unicode, plain line ends, no control
 * characters, no blank edges. Anything but a string reads as blank.
 */
export const cleanText = (given: unknown): string =>
  typeof given === 'string'
    ? given
        .toWellFormed()
        .replace(/\r\n?/g, '\n')
        .replace(/[^\P{Cc}\n]/gu, ' ')
        .trim()
    : '';

/** The fault of a text that is longer than its field holds (UTF-16 units, as `maxLength` counts); else none. */
export const lengthFault = (field: string, text: string, limit: number): Fault[] =>
  text.length > limit ? [{ field, problem: 'tooLong' }] : [];
