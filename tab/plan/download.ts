/** Hands a file to the browser to be saved under that name. */
export const download = ({ file, name }: { file: Blob; name: string }): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers read the address only after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};
