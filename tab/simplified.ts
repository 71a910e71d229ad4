/** Small letters without accents, so that a search for "zoe" finds Zoë. */
export const simplified = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
