/** What the guard can point out. The words for each stand in the language files; nothing else is ever said of it. */
export type IdentifierKind =
  | 'nhsNumber'
  | 'nationalInsurance'
  | 'phone'
  | 'email'
  | 'postcode'
  | 'birthDate'
  | 'caseNumber';

/**
 * One form that identifies a family. Several patterns may share a kind.
 *
 * `find` is matched against tidied text (`tidy.ts`): ASCII digits, `-` for every dash, single spaces. It must
 * bound every repetition (no `*`, `+` or `{n,}`), so that one look costs the same however long the text is.
 * `check` decides what a shape alone cannot, such as a checksum, from exactly the characters that were found.
 */
export type Pattern = {
  kind: IdentifierKind;
  find: RegExp;
  check?: (found: string) => boolean;
};
