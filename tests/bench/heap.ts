import type { Server } from './servers.ts';

/**
 * The heap that a server has in use after a full collection, in bytes, asked for by the inspector: so the server
 * needs no switch of its own for it.
 */
export const heapInUse = async ({ inspector }: Pick<Server, 'inspector'>): Promise<number> => {
  if (inspector === null) throw new Error('The server runs without an inspector.');
  const socket = new WebSocket(inspector);
  const ended = Promise.withResolvers<never>();
  socket.addEventListener('error', () => ended.reject(new Error('The inspector cannot be reached.')));
  socket.addEventListener('close', () => ended.reject(new Error('The inspector went away.')));
  ended.promise.catch(() => {});
  const opened = new Promise<void>((resolve) => socket.addEventListener('open', () => resolve()));
  await Promise.race([opened, ended.promise]);

  let id = 0;
  const ask = (method: string): Promise<{ usedSize?: number }> => {
    id += 1;
    const own = id;
    const answered = new Promise<{ usedSize?: number }>((resolve) => {
      socket.addEventListener('message', ({ data }) => {
        const said: { id?: number; result?: { usedSize?: number } } = JSON.parse(String(data));
        if (said.id === own) resolve(said.result ?? {});
      });
    });
    socket.send(JSON.stringify({ id: own, method }));
    return Promise.race([answered, ended.promise]);
  };
  try {
    // What the first collection finalises, the next ones free.
    for (let time = 0; time < 3; time += 1) await ask('HeapProfiler.collectGarbage');
    const { usedSize } = await ask('Runtime.getHeapUsage');
    if (usedSize === undefined) throw new Error('The inspector did not say how much heap is in use.');
    return usedSize;
  } finally {
    socket.close();
  }
};
