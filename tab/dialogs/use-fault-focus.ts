import { type RefObject, useEffect, useRef } from 'react';
import type { Standing } from './standing.ts';
import { type FormField, formFields } from './values.ts';

/** The control of an answer: what is marked with its name holds it. */
const controlOf = (whole: HTMLElement, field: FormField): HTMLElement | null =>
  whole.querySelector(`[data-field="${field}"] :is(textarea, input, select, button):not([disabled])`);

/** After a try that failed for an answer, the first such answer gets the focus; else what has to be read is shown. */
export const useFaultFocus = (whole: RefObject<HTMLElement | null>, standing: Standing): void => {
  const seen = useRef(0);
  useEffect(() => {
    if (standing.is === 'troubled') whole.current?.scrollIntoView({ block: 'start' });
    // Once for each attempt: mending one answer must not carry the focus to the next.
    if (standing.is !== 'faulty' || standing.attempt === seen.current || whole.current === null) return;
    seen.current = standing.attempt;
    const first = formFields.find((field) => standing.faults[field]);
    if (first) controlOf(whole.current, first)?.focus();
  }, [standing, whole]);
};

/** Answers whose control holds something that is no value yet, such as half a date. */
export const halfTyped = (whole: HTMLElement | null): FormField[] =>
  formFields.filter((field) => {
    const control = whole === null ? null : controlOf(whole, field);
    return control instanceof HTMLInputElement && control.validity.badInput;
  });
