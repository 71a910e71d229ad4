import type { Problem } from '../door.ts';

const problem =
  (status: number, title: string) =>
  (detail: string): Problem => ({ status, title, detail });

export const badRequest = problem(400, 'Bad request');
export const unauthorised = problem(401, 'Not signed in');
export const forbidden = problem(403, 'Not allowed');
export const unavailable = problem(503, 'Not available');
