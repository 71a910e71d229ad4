/**
 * Loaded into every child of the local stack before its own code, for two reasons. A child must not outlive the
 * script that started it, even one that was killed outright: its standard input is a pipe from that script,
 * and the end of the pipe is the end of the child. And nothing here may be reached from another machine: the
 * Playground listens on every address unless told otherwise, and has no setting for it.
 */
const { Server } = require('node:net');

process.stdin.on('end', () => process.kill(process.pid, 'SIGTERM'));
process.stdin.on('error', () => process.kill(process.pid, 'SIGTERM'));
process.stdin.resume();
process.stdin.unref?.();

const listen = Server.prototype.listen;
Server.prototype.listen = function listenOnLoopback(...args) {
  const [first, second] = args;
  const isPortAlone = typeof first === 'number' || (typeof first === 'string' && /^\d+$/.test(first));
  if (isPortAlone && typeof second !== 'string') args.splice(1, 0, '127.0.0.1');
  return listen.apply(this, args);
};
