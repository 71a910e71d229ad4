/**
 * How long Teams asks to be left alone, in milliseconds: seconds or an HTTP date, as RFC 9110 has it. A date is
 * measured by the answer's own, so that it does not matter how this machine's clock goes. Undefined for no header
 * or one that says nothing.
 */
export const retryAfterMs = (headers: Headers, now: number): number | undefined => {
  const said = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(said)) return Number(said) * 1_000;
  const until = Date.parse(said);
  if (Number.isNaN(until)) return undefined;
  const answeredAt = Date.parse(headers.get('date') ?? '');
  return Math.max(0, until - (Number.isNaN(answeredAt) ? now : answeredAt));
};
