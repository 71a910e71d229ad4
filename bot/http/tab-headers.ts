import type { Headers } from './reply.ts';

/** The clients that show the tab in a frame: Teams, Microsoft 365 and Outlook of the public cloud. */
const hosts = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
  'https://*.microsoft365.com',
  'https://*.office.com',
];
/** The local page, and whatever a developer frames it with. */
const localHosts = ["'self'", 'http://127.0.0.1:*', 'http://localhost:*'];

/** What the tab never needs, and so no script that found a way in may use. */
const unused = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb'];

/**
 * Fluent UI opens empty style elements and fills them through the object model, which the policy leaves to scripts.
 * So what may stand in the page itself is an empty style (this is its hash), and no other.
 */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/**
 * The page's headers. `X-Frame-Options` is left out: it knows no list, and browsers prefer `frame-ancestors`.
 * Teams' library reads its list of trusted hosts from Microsoft's CDN.
 */
export const pageHeaders = (isLocal: boolean): Headers => ({
  'Cache-Control': 'no-cache',
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${emptyStyle}`,
    "connect-src 'self' https://res.cdn.office.net",
    "img-src 'self' data:",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${[...hosts, ...(isLocal ? localHosts : [])].join(' ')}`,
  ].join('; '),
  'Permissions-Policy': unused.map((feature) => `${feature}=()`).join(', '),
});
