/** Below this a dialog takes all of the screen. */
export const phone = '@media (max-width: 599px)';
