/** What the shape of a number alone cannot tell: each check takes the characters found, separators included. */

const digitsOf = (found: string): string => found.replace(/\D/g, '');

/**
 * Whether ten digits are an NHS number by its modulus 11 checksum. One other number in eleven passes by chance,
 * an ISBN-10 always (it has the same checksum). Ten times the same digit is a placeholder, never somebody's.
 */
export const isNhsNumber = (found: string): boolean => {
  const digits = [...digitsOf(found)].map(Number);
  if (digits.length !== 10 || new Set(digits).size === 1) return false;
  const sum = digits.slice(0, 9).reduce((total, digit, place) => total + digit * (10 - place), 0);
  return (11 - (sum % 11)) % 11 === digits[9];
};

/** Prefixes of the right letters that have never been given to anybody. */
const unusedPrefixes = new Set(['BG', 'GB', 'KN', 'NK', 'NT', 'TN', 'ZZ']);

/** Whether the two letters in front can begin a National Insurance number. */
export const isNationalInsurance = (found: string): boolean =>
  !unusedPrefixes.has(found.slice(0, 2).toUpperCase());

/** A landline (01, 02) or a mobile number (07) as Ofcom gives them out, nought first. */
const ukNumber = /^0(?:11[3-8]\d{7}|1[2-9]\d{7,8}|2[03489]\d{8}|7(?:[1-57-9]\d{8}|624\d{6}))$/;

/**
 * Whether the digits are a UK landline or mobile number, grouped as people group them. Helplines and
 * switchboards (0300, 0800 …) belong to no family. Ten digits are a landline in a few old areas only, so they
 * count only where the area code is set apart.
 */
export const isUkPhone = (found: string): boolean => {
  const abroad = /^\D*(?:00 ?)?44/.test(found);
  const digits = digitsOf(found).replace(/^(?:00)?440?/, '0');
  if (!ukNumber.test(digits)) return false;
  if (digits.length === 10 && !/(?:^|\D)0?1\d{3}\D/.test(found)) return false;
  const [first = '', second = '', ...rest] = found.split(/\D/).filter((group) => group !== '');
  if (abroad) return true;
  return rest.length <= 3 && (first.length >= 3 || (first === '07' && second.length >= 3));
};
