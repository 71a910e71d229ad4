import type { Result } from './api.ts';

/** The JSON of an answer; a body that breaks off counts as no connection. */
export const readBody = async <T>(answer: Result<Response>): Promise<Result<T>> => {
  if (!answer.ok) return answer;
  try {
    return { ok: true, value: (await answer.value.json()) as T };
  } catch {
    return { ok: false, trouble: { kind: 'offline' } };
  }
};

/** A list, which may come bare or as the one list of an object. */
export const listOf = <T>(answer: Result<unknown>): Result<T[]> => {
  if (!answer.ok) return answer;
  const body = answer.value;
  const inside = typeof body === 'object' && body !== null ? Object.values(body) : [];
  const list = Array.isArray(body) ? body : inside.find((value) => Array.isArray(value));
  return list ? { ok: true, value: list } : { ok: false, trouble: { kind: 'broken', status: 200 } };
};

export const quoted = (etag: string): string => `"${etag}"`;

/** An etag as the contract has it: without its quotes, and without the mark that a proxy may have put before it. */
export const unquoted = (header: string | null): string => header?.replace(/^(?:W\/)?"|"$/g, '') ?? '';

/** The name in a `Content-Disposition`, the one with all letters before the plain one; null where there is none. */
export const fileNameIn = (header: string | null): string | null => {
  const all = header?.match(/filename\*=UTF-8''([^;]+)/i)?.[1];
  const plain = header?.match(/filename="?([^";]+)"?/i)?.[1];
  try {
    return all ? decodeURIComponent(all) : (plain ?? null);
  } catch {
    return plain ?? null;
  }
};
