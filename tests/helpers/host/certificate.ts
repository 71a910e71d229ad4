import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** A key and its certificate, as PEM. */
export type Certificate = { key: string; cert: string };

/** ASN.1 tags, of those that a certificate is made of. */
const tags = {
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  oid: 0x06,
  text: 0x0c,
  time: 0x17,
  list: 0x30,
  set: 0x31,
};

/** One DER value: its tag, the length of what is in it, and that. */
const der = (tag: number, ...parts: Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts);
  if (body.length < 0x80) return Buffer.concat([Buffer.from([tag, body.length]), body]);
  const length = Buffer.from(body.length.toString(16).padStart(body.length > 0xff ? 4 : 2, '0'), 'hex');
  return Buffer.concat([Buffer.from([tag, 0x80 | length.length]), length, body]);
};

const oid = (hex: string): Buffer => der(tags.oid, Buffer.from(hex, 'hex'));
const bits = (bytes: Uint8Array): Buffer => der(tags.bits, Buffer.from([0]), bytes);

const ecdsaWithSha256 = der(tags.list, oid('2a8648ce3d040302'));
const commonName = oid('550403');
const subjectAltName = oid('551d11');

/** UTCTime, to the second. */
const time = (at: Date): Buffer =>
  der(tags.time, Buffer.from(`${at.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`));

/**
 * A certificate for these host names that nobody has signed but itself, good for a day: enough for a browser that
 * was told not to mind. Node signs but makes no certificates, and a clean machine may have no tool that does.
 */
export const selfSigned = (hosts: readonly [string, ...string[]]): Certificate => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = der(
    tags.list,
    der(tags.set, der(tags.list, commonName, der(tags.text, Buffer.from(hosts[0])))),
  );
  const hour = 3_600_000;
  const names = der(tags.list, ...hosts.map((host) => der(0x82, Buffer.from(host))));
  const signed = der(
    tags.list,
    der(0xa0, der(tags.integer, Buffer.from([2]))),
    der(tags.integer, Buffer.from([0x40]), randomBytes(15)),
    ecdsaWithSha256,
    name,
    der(tags.list, time(new Date(Date.now() - hour)), time(new Date(Date.now() + 24 * hour))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, der(tags.list, der(tags.list, subjectAltName, der(tags.octets, names)))),
  );
  const whole = der(tags.list, signed, ecdsaWithSha256, bits(sign('sha256', signed, privateKey)));
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? [];
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
  };
};
