/**
 * The roles of a table, said aloud on its elements: the styles lay rows out as grids and cards, and some browsers then
 * no longer take them for a table.
 */
export const roles = {
  table: 'table',
  rowgroup: 'rowgroup',
  row: 'row',
  columnheader: 'columnheader',
  rowheader: 'rowheader',
  cell: 'cell',
} as const;
