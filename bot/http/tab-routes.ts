import type { Request, Response, Server } from 'restify';
import { known, quoted } from './etags.ts';
import type { Handled, Route } from './handled.ts';
import { type Headers, send, sendEmpty, sendProblem } from './reply.ts';
import { encodingFor, type TabFile, type TabFiles } from './tab-files.ts';
import { pageHeaders } from './tab-headers.ts';

/** One page serves all three: it looks at its own address. */
const pages = ['/tab/', '/tab/config', '/tab/remove'];
const assetPrefix = 'assets/';
const notBuilt = {
  status: 503,
  title: 'Not available just now',
  detail: 'The tab has not been built here yet; npm run build builds it.',
};

/** The tab's page and its files, for everybody: what is somebody's comes through the plan's API alone. */
export const mountTab = (server: Server, handled: Handled, files: TabFiles, isLocal: boolean): void => {
  const ofPage = pageHeaders(isLocal);
  const page: Route = async (req, res) => {
    const file = await files.page();
    if (file !== null) return sendFile(req, res, file, ofPage);
    sendProblem(res, notBuilt, { 'Retry-After': '5' });
  };
  const other: Route = async (req, res) => {
    const name = String((req.params as Record<string, unknown>)['*'] ?? '');
    const file = await files.file(name);
    if (file === null || name.endsWith('.html')) {
      return sendProblem(res, { status: 404, title: 'Not found', detail: 'There is nothing here.' });
    }
    // The name of an asset changes with its content.
    const lasting = name.startsWith(assetPrefix) ? 'public, max-age=31536000, immutable' : 'no-cache';
    await sendFile(req, res, file, { 'Cache-Control': lasting });
  };
  const toPage: Route = (req, res) => {
    const query = req.getQuery();
    sendEmpty(res, 308, { Location: query ? `/tab/?${query}` : '/tab/', 'Content-Length': '0' });
  };
  const get = (path: string, route: Route) => {
    server.get(path, handled(route));
    server.head(path, handled(route));
  };
  get('/tab', toPage);
  for (const path of pages) get(path, page);
  get('/tab/*', other);
};

/** With the encoding the client takes, or "not modified" where it has it already. */
const sendFile = async (req: Request, res: Response, file: TabFile, headers: Headers): Promise<void> => {
  const encoding = file.compresses ? encodingFor(req.headers['accept-encoding']) : null;
  const etag = encoding === null ? file.etag : `${file.etag}-${encoding}`;
  const all: Headers = {
    ...headers,
    ETag: quoted(etag),
    ...(file.compresses ? { Vary: 'Accept-Encoding' } : {}),
  };
  const has = known(req.headers['if-none-match']);
  if (has === '*' || has.includes(etag)) return sendEmpty(res, 304, all);
  send(res, 200, encoding === null ? file.bytes : await file.as(encoding), {
    ...all,
    'Content-Type': file.type,
    ...(encoding === null ? {} : { 'Content-Encoding': encoding }),
  });
};
