/** Entity tags as RFC 9110 has them. Ours are strong, and travel inside the server without their quotes. */

/** The header's tags in order, or `*`; null where it holds something else. */
type Tags = '*' | { tag: string; weak: boolean }[] | null;

const one = /^\s*(W\/)?"([\x21\x23-\x7e\x80-\xff]*)"\s*(?:,|$)/;
/** Clients also send a tag as the JSON gives it, without the quotes. */
const bare = /^[\w.:~+=-]+$/;
/** Nobody has seen more versions than this at once. */
const most = 20;

const parse = (header: string): Tags => {
  let rest = header.trim();
  if (rest === '*') return '*';
  if (bare.test(rest)) return [{ tag: rest, weak: false }];
  const tags: { tag: string; weak: boolean }[] = [];
  while (rest !== '') {
    const found = one.exec(rest);
    if (found === null || tags.length === most) return null;
    tags.push({ tag: found[2] ?? '', weak: found[1] !== undefined });
    rest = rest.slice(found[0].length).replace(/^[\s,]+/, '');
  }
  return tags.length > 0 ? tags : null;
};

/** What `If-None-Match` knows, weak tags included; one that cannot be read knows nothing, so all is sent. */
export const known = (header: string | undefined): '*' | readonly string[] => {
  if (header === undefined) return [];
  const tags = parse(header);
  return tags === '*' ? tags : (tags ?? []).map(({ tag }) => tag);
};

/** What `If-Match` allows: `*`, or strong tags (none where all are weak, which match nothing). */
export const required = (header: string | undefined): '*' | readonly string[] | 'missing' | 'unreadable' => {
  if (header === undefined || header.trim() === '') return 'missing';
  const tags = parse(header);
  if (tags === '*') return tags;
  return tags === null ? 'unreadable' : tags.filter(({ weak }) => !weak).map(({ tag }) => tag);
};

export const quoted = (tag: string): string => `"${tag}"`;
