import type { Problem } from '../door.ts';
import type { FieldFault, PlanAction, PlanFacts } from '../plan/contract.ts';
import type { Refusal } from '../plan/desk.ts';

/** A problem of RFC 9457 with what goes with it. The sentences are for whoever reads the API itself. */
export type Refused = Problem & {
  /** Only where the status alone does not tell two refusals apart. */
  type?: string;
  errors?: FieldFault[];
  current?: PlanAction | PlanFacts;
  headers?: Readonly<Record<string, string>>;
  /** A word for the log; not sent. */
  why?: string;
};

/** The same for a plan that is somebody else's and one that does not exist. */
export const outside: Refused = {
  status: 403,
  title: 'Forbidden',
  detail: 'Only members of the team can see or change its plan.',
};

export const refusedBy = (refusal: Refusal): Refused => {
  switch (refusal.refused) {
    case 'outside':
      return outside;
    case 'notAllowed':
      return {
        type: 'urn:four-ways:not-allowed',
        status: 403,
        title: 'Forbidden',
        detail: 'This is for others in the team to do.',
      };
    case 'unknownAction':
      return { status: 404, title: 'Not found', detail: 'The plan holds no such action.' };
    case 'stale':
      return {
        status: 412,
        title: 'Changed meanwhile',
        detail: 'Somebody has changed this since it was read. This is how it is now.',
        current: refusal.current,
      };
    case 'unfit':
      return {
        status: 422,
        title: 'Not accepted',
        detail: 'Some fields cannot be accepted as they are.',
        errors: refusal.faults,
      };
    case 'keyUsed':
      return {
        status: 409,
        title: 'Key already used',
        detail: 'This Idempotency-Key was used for something else.',
      };
    case 'busy':
      return later(1, 'The plan is being changed by others just now.');
    case 'unreachable':
      return later(10, 'Teams did not say whether you belong to this team.');
  }
};

/** @param seconds after which asking again may help */
export const later = (seconds: number, reason: string): Refused => ({
  status: 503,
  title: 'Not available just now',
  detail: `${reason} Please try again.`,
  headers: { 'Retry-After': String(seconds) },
});

export const tooMany = (seconds: number): Refused => ({
  status: 429,
  title: 'Too many requests',
  detail: 'Too many requests. Please wait a moment.',
  headers: { 'Retry-After': String(seconds) },
});

export const noToken: Refused = {
  status: 401,
  title: 'Unauthorised',
  detail: 'A bearer token is required.',
  headers: { 'WWW-Authenticate': 'Bearer' },
};

export const badToken: Refused = {
  status: 401,
  title: 'Unauthorised',
  detail: 'The bearer token is not valid.',
  headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' },
};

/** Told apart from a bad token, as a fresh one would be no better. */
export const otherTenant: Refused = {
  ...badToken,
  type: 'urn:four-ways:other-tenant',
  detail: 'The bearer token is not of a tenant that this server serves.',
};

export const noIfMatch: Refused = {
  status: 428,
  title: 'If-Match is required',
  detail: 'Send the etag of what is to be changed as If-Match.',
};

export const badIfMatch: Refused = {
  status: 400,
  title: 'Bad request',
  detail: 'If-Match must hold etags in quotes.',
};

export const noSuchFormat: Refused = {
  status: 422,
  title: 'Not accepted',
  detail: 'Some fields cannot be accepted as they are.',
  errors: [{ field: 'format', code: 'notOneOf', message: 'The format must be docx or csv.' }],
};
