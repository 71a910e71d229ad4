const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.rows > .row')];

/**
 * Where the focus belongs when this element goes: to the row that stands where this element's row stood then, or the last, or
 * the heading; from the filters to the first of them.
 */
export const besideRow = (element: Element) => {
  const filters = element.closest('.filters');
  const row = element.closest<HTMLElement>('.row');
  const place = row === null ? -1 : rows().indexOf(row);
  return (): HTMLElement | null | undefined => {
    if (row === null) return filters?.querySelector('input');
    return (
      rows()
        .slice(0, place + 1)
        .at(-1) ?? document.querySelector<HTMLElement>('h1')
    );
  };
};
