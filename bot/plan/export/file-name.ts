import type { Day } from '../../calendar/days.ts';
import type { Words } from '../../words/words.ts';

/** Bytes of the team's name, in UTF-8: with the words around it, the whole stays within the 255 that Linux takes. */
const longest = 200;

/**
 * "Team action plan, North Team, 2026-11-22.docx". The team's name in any script, without what Windows refuses and
 * without characters that only steer how a name looks: they can make it end in another extension to the eye.
 * Our own words stand in front, so that no name is a device's (`CON`) or a hidden file.
 */
export const fileNameOf = (name: string, today: Day, extension: string, words: Words): string => {
  const safe = name
    .toWellFormed()
    .normalize('NFC')
    .replace(/[<>:"/\\|?*\p{C}\p{Zl}\p{Zp}\uFFFD]/gu, ' ')
    .replace(/\s+/gu, ' ');
  const kept = shortened(safe.trim()).replace(/[. ]+$/, '');
  return `${[words.planExport.file, ...(kept ? [kept] : []), today].join(', ')}.${extension}`;
};

const shortened = (name: string): string => {
  let bytes = 0;
  const fits = (mark: string): boolean => {
    bytes += new TextEncoder().encode(mark).length;
    return bytes <= longest;
  };
  const marks = [...name];
  const end = marks.findIndex((mark) => !fits(mark));
  return end < 0 ? name : marks.slice(0, end).join('');
};

/**
 * `Content-Disposition` for a download under that name. Headers hold ASCII: `filename` has the nearest there is, for
 * old clients, and `filename*` (RFC 6266) the name itself.
 */
export const attachment = (fileName: string): string => {
  const nearest = fileName
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7E]|["\\%]/gu, '_');
  return `attachment; filename="${nearest}"; filename*=UTF-8''${encoded(fileName)}`;
};

/** As `encodeURIComponent`, and the four marks it leaves that RFC 8187 does not. */
const encoded = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
