import { readFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { selfSigned } from './certificate.ts';

/** The host's own name, which the tab and its library trust, and the one from which the library reads whom to trust. */
const hosts = ['teams.microsoft.com', 'res.cdn.office.net'] as const;

export const hostUrl = `https://${hosts[0]}/`;

export type HostServer = {
  /** What Chromium needs to be told to find this server under Teams' name. */
  flags: string[];
  stop(): Promise<void>;
};

const files = new Map([
  ['/', ['page.html', 'text/html; charset=utf-8']],
  ['/page.js', ['page.js', 'text/javascript; charset=utf-8']],
] as const);

const trusted = JSON.stringify({ validOrigins: ['teams.microsoft.com', '*.teams.microsoft.com'] });

/** Serves the host's page over https, on a free port. */
export const serveHost = async (): Promise<HostServer> => {
  const server = createServer(selfSigned(hosts), async (req, res) => {
    const path = new URL(req.url ?? '/', hostUrl).pathname;
    const file = [...files].find(([known]) => known === path)?.[1];
    if (path.endsWith('/validDomains.json')) {
      res.writeHead(200, { 'content-type': 'application/json', 'access-control-allow-origin': '*' });
      res.end(trusted);
    } else if (file) {
      const body = await readFile(join(import.meta.dirname, file[0]));
      res.writeHead(200, { 'content-type': file[1] });
      res.end(body);
    } else {
      res.writeHead(404);
      res.end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    flags: [
      `--host-resolver-rules=${hosts.map((host) => `MAP ${host}:443 127.0.0.1:${port}`).join(',')}`,
      '--ignore-certificate-errors',
    ],
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
