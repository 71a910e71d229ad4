/** What a person would see to be too wide, cut off or out of reach; each fault as a line. */
{
  const fields = 'input, textarea, select';
  const pressable = `${fields}, button, [role="button"]`;

  const isShown = (element) => element.checkVisibility() && element.getClientRects().length > 0;

  const said = (element) =>
    (element.getAttribute('aria-label') || element.placeholder || element.textContent || element.tagName)
      .trim()
      .slice(0, 60);

  const within = (frame, selector) => [...frame.querySelectorAll(selector)].filter(isShown);

  const inEach = (find) =>
    gallery.rendered.flatMap(({ name, frame }) => find(frame).map((fault) => `${name}: ${fault}`));

  gallery.tooWide = () =>
    inEach((frame) => {
      const { left, right } = frame.getBoundingClientRect();
      const beyond = within(frame, '*').filter((element) => {
        const box = element.getBoundingClientRect();
        return box.left < left - 0.5 || box.right > right + 0.5;
      });
      const scrolls = frame.scrollWidth > frame.clientWidth ? ['the card scrolls sideways'] : [];
      return [...scrolls, ...beyond.map((element) => `"${said(element)}" sticks out`)];
    });

  const pen = document.createElement('canvas').getContext('2d');

  /** What a field shows on one line is cut where it is wider than the field: a hint, or the chosen option. */
  const isHintCut = (field) => {
    const text = field.tagName === 'SELECT' ? field.selectedOptions[0]?.text : field.placeholder;
    if (!text || field.tagName === 'TEXTAREA' || field.type === 'date') return false;
    const style = getComputedStyle(field);
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const arrow = field.tagName === 'SELECT' ? 20 : 0;
    const room = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) - arrow;
    return pen.measureText(text).width > room;
  };

  const isCut = (element) => {
    const style = getComputedStyle(element);
    const hides = (overflow) => overflow !== 'visible';
    return (
      (hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1) ||
      (hides(style.overflowY) && element.scrollHeight > element.clientHeight + 1)
    );
  };

  gallery.cutOff = () =>
    inEach((frame) => [
      ...within(frame, `*:not(${fields}, option)`)
        .filter(isCut)
        .map((element) => `"${said(element)}" is cut off`),
      ...within(frame, fields)
        .filter(isHintCut)
        .map((field) => `the hint "${field.placeholder ?? field.selectedOptions[0].text}" is cut off`),
    ]);

  /** A word of letters, with the marks that end it, that stands on two lines. */
  gallery.brokenWords = () =>
    inEach((frame) => {
      const found = [];
      const walker = document.createTreeWalker(frame, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!isShown(node.parentElement) || node.parentElement.closest('select')) continue;
        for (const { 0: word, index } of node.data.matchAll(/\p{L}{2,}[).,:;!?]*/gu)) {
          const range = new Range();
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
          if (tops.size > 1) found.push(`"${word}" is broken in two`);
        }
      }
      return found;
    });

  const isHit = (element) => {
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = element.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    return element.contains(hit);
  };

  /** WCAG 2.2 asks for 24 by 24 pixels; a tick is as big as the line that its label makes with it. */
  gallery.outOfReach = () =>
    inEach((frame) =>
      within(frame, pressable).flatMap((element) => {
        const { width, height } = element.getBoundingClientRect();
        const isTick = ['radio', 'checkbox'].includes(element.type);
        const small = !isTick && (width < 24 || height < 24) ? [`"${said(element)}" is too small`] : [];
        return isHit(element) ? small : [...small, `"${said(element)}" is covered by something else`];
      }),
    );
}
