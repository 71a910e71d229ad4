/** The browser's own storage for as long as the tab's window is open; null where the browser refuses it. */
export const ownShelf = (): Storage | null => {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
};
