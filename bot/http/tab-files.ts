import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** What is served, and nothing else of the folder: a source map, say, is no part of the page. */
const types = new Map([
  ['.css', 'text/css; charset=utf-8'],
  ['.html', 'text/html; charset=utf-8'],
  ['.ico', 'image/x-icon'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.png', 'image/png'],
  ['.svg', 'image/svg+xml'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.webp', 'image/webp'],
  ['.woff2', 'font/woff2'],
]);

const encodings = ['br', 'gzip'] as const;
export type Encoding = (typeof encodings)[number];

export type TabFile = {
  bytes: Buffer;
  type: string;
  /** Without quotes; of the bytes as they are. */
  etag: string;
  /** Whether it gains from being compressed. */
  compresses: boolean;
  /** The bytes compressed, once for as long as the file is kept. */
  as(encoding: Encoding): Promise<Buffer>;
};

/** The built tab, in memory, as `index.html` and `assets/…`. */
export type TabFiles = {
  /** Null where the tab is not built. */
  page(): Promise<TabFile | null>;
  /** Null where there is no such file. Names are looked up, so that none leads out of the folder. */
  file(name: string): Promise<TabFile | null>;
};

/** @param folder where the build lies; it may be built, or built anew, while the server runs */
export const createTabFiles = (folder: string): TabFiles => {
  let version = '';
  let files: Promise<Map<string, TabFile>> = Promise.resolve(new Map());
  const current = async (): Promise<Map<string, TabFile>> => {
    const { mtimeMs, size } = await stat(join(folder, 'index.html'));
    if (version !== `${mtimeMs} ${size}`) {
      version = `${mtimeMs} ${size}`;
      files = readAll(folder);
    }
    return files;
  };
  const orNone = async (): Promise<Map<string, TabFile>> =>
    current().catch(() => {
      version = '';
      return new Map();
    });
  return {
    page: async () => (await orNone()).get('index.html') ?? null,
    file: async (name) => (await files.catch(() => null))?.get(name) ?? (await orNone()).get(name) ?? null,
  };
};

const readAll = async (folder: string): Promise<Map<string, TabFile>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const named = entries
    .filter((entry) => entry.isFile() && types.has(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name));
  const read = async (path: string) =>
    [relative(folder, path).split(sep).join('/'), fileOf(await readFile(path), extname(path))] as const;
  return new Map(await Promise.all(named.map(read)));
};

const compressors = { br: promisify(brotliCompress), gzip: promisify(gzip) };
/** A better one takes ten times as long and saves a few per cent. */
const brotliQuality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

const fileOf = (bytes: Buffer, extension: string): TabFile => {
  const type = types.get(extension) ?? '';
  const made = new Map<Encoding, Promise<Buffer>>();
  const as = (encoding: Encoding): Promise<Buffer> => {
    const done =
      made.get(encoding) ??
      (encoding === 'br' ? compressors.br(bytes, brotliQuality) : compressors.gzip(bytes, { level: 9 }));
    made.set(encoding, done);
    return done;
  };
  const etag = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
  const compresses = /^text\/|json|svg/.test(type) && bytes.length > 1_000;
  return { bytes, type, etag, compresses, as };
};

/** The better of ours that the client takes, as its `Accept-Encoding` says. */
export const encodingFor = (accepted: string | undefined): Encoding | null => {
  const taken = (accepted ?? '')
    .toLowerCase()
    .split(',')
    .filter((each) => !/;\s*q=0(\.0*)?\s*$/.test(each))
    .map((each) => each.split(';', 1)[0]?.trim());
  return encodings.find((encoding) => taken.includes(encoding)) ?? null;
};
