import { inflateRawSync } from 'node:zlib';

/** Opens what was exported as another program would: the zip, its XML and CSV, each strictly. */

export type Element = { name: string; attributes: Record<string, string>; children: (Element | string)[] };

/** The files of a zip, as text, read by its central directory. */
export const unzipped = (bytes: Uint8Array): Map<string, string> => {
  const zip = Buffer.from(bytes);
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0) throw new Error('No zip');
  const files = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, nameLength, extra, comment] = [20, 28, 30, 32].map((offset) =>
      offset === 20 ? zip.readUInt32LE(at + offset) : zip.readUInt16LE(at + offset),
    ) as [number, number, number, number];
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const data = zip.subarray(start, start + packed);
    const stored = zip.readUInt16LE(at + 10) === 0;
    files.set(name, new TextDecoder('utf-8', { fatal: true }).decode(stored ? data : inflateRawSync(data)));
    at += 46 + nameLength + extra + comment;
  }
  return files;
};

const illegal = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;
const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const plain = (text: string): string => {
  if (text.includes('<') || text.includes(']]>')) throw new Error('Not well-formed');
  return text.replace(/&(#x[0-9a-f]+|#\d+|\w+)?;?/gi, (whole, name: string | undefined) => {
    const hex = name?.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name?.slice(1));
    const said = name?.startsWith('#') ? String.fromCodePoint(hex) : entities[name ?? ''];
    if (said === undefined || !whole.endsWith(';') || illegal.test(said)) throw new Error('Bad entity');
    return said;
  });
};

/** The root of an XML document; throws where it is not well-formed, as Word would refuse it. */
export const parsedXml = (xml: string): Element => {
  if (illegal.test(xml) || !xml.isWellFormed()) throw new Error('A character that XML forbids');
  const top: Element = { name: '', attributes: {}, children: [] };
  const open = [top];
  for (const [, declaration, close, name, attributes, empty, text] of xml.matchAll(
    /(<\?.*?\?>)|<(?:(\/)?([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*"[^"<]*")*)\s*(\/)?)>|([^<]+)|</gs,
  )) {
    const within = open.at(-1);
    if (declaration) continue;
    if (text !== undefined) within?.children.push(plain(text));
    else if (!name || !within) throw new Error('Not well-formed');
    else if (close) {
      if (open.pop()?.name !== name) throw new Error(`Wrongly nested: ${name}`);
    } else {
      const pairs = [...(attributes ?? '').matchAll(/([\w:.-]+)\s*=\s*"([^"]*)"/g)];
      const element: Element = {
        name,
        attributes: Object.fromEntries(pairs.map(([, key, value]) => [key, plain(value ?? '')])),
        children: [],
      };
      within.children.push(element);
      if (!empty) open.push(element);
    }
  }
  const root = top.children.find((child) => typeof child !== 'string');
  if (open.length !== 1 || !root || typeof root === 'string') throw new Error('Not closed');
  return root;
};

/** Every element of that name below this one, in the document's order. */
export const all = (within: Element, name: string): Element[] =>
  within.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(child.name === name ? [child] : []), ...all(child, name)],
  );

/** What a paragraph, or the paragraphs of a cell (one a line), say. */
export const said = (within: Element): string =>
  within.name === 'w:p'
    ? all(within, 'w:t')
        .flatMap((text) => text.children)
        .join('')
    : all(within, 'w:p').map(said).join('\n');

/** The cells of a CSV text by RFC 4180; throws where it is not one. */
export const parsedCsv = (csv: string): string[][] => {
  const rows: string[][] = [[]];
  let rest = csv;
  while (rest !== '') {
    const [whole, quoted, bare, end] = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest) ?? [];
    if (whole === undefined) throw new Error('No CSV');
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    if (end === '\r\n') rows.push([]);
    rest = rest.slice(whole.length);
  }
  if (rows.pop()?.length !== 0) throw new Error('The last row is not ended');
  return rows;
};
