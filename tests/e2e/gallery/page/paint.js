/** Contrast of text against what is painted behind it, as WCAG counts it. */
{
  const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const known = new Map();

  /** Any CSS colour as [red, green, blue, alpha], the first three of 255 and the last of 1. */
  const parsed = (colour) => {
    if (!known.has(colour)) {
      pen.clearRect(0, 0, 1, 1);
      pen.fillStyle = colour;
      pen.fillRect(0, 0, 1, 1);
      const [red, green, blue, alpha] = pen.getImageData(0, 0, 1, 1).data;
      known.set(colour, [red, green, blue, alpha / 255]);
    }
    return known.get(colour);
  };

  const over = ([red, green, blue, alpha], below) =>
    [red, green, blue].map((part, index) => part * alpha + below[index] * (1 - alpha));

  const behind = (element) => {
    if (!element) return [255, 255, 255];
    const colour = parsed(getComputedStyle(element).backgroundColor);
    return colour[3] === 1 ? colour.slice(0, 3) : over(colour, behind(element.parentElement));
  };

  const luminance = (colour) => {
    const [red, green, blue] = colour.map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };

  const ratio = (element, colour) => {
    const background = behind(element);
    const [darker, lighter] = [luminance(over(parsed(colour), background)), luminance(background)].sort(
      (one, other) => one - other,
    );
    return (lighter + 0.05) / (darker + 0.05);
  };

  const faint = (element, colour, text, least) => {
    const found = ratio(element, colour);
    return found >= least ? [] : [`"${text.trim().slice(0, 40)}" at ${found.toFixed(2)} to 1`];
  };

  const textsIn = (frame) => {
    const found = [];
    const walker = document.createTreeWalker(frame, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (node.data.trim() && element.checkVisibility()) found.push([element, node.data]);
    }
    return found;
  };

  /** Texts, what is typed in fields, and hints, below the least ratio. */
  gallery.faintTexts = (least) =>
    gallery.rendered.flatMap(({ name, frame }) =>
      [
        ...textsIn(frame).flatMap(([element, text]) =>
          faint(element, getComputedStyle(element).color, text, least),
        ),
        ...[...frame.querySelectorAll('input, textarea')].flatMap((field) => [
          ...faint(field, getComputedStyle(field).color, field.value || 'a field', least),
          ...faint(field, getComputedStyle(field, '::placeholder').color, field.placeholder || '', least),
        ]),
      ].map((fault) => `${name}: ${fault}`),
    );

  /** How many texts were judged. */
  gallery.countTexts = () => gallery.rendered.reduce((count, { frame }) => count + textsIn(frame).length, 0);
}
