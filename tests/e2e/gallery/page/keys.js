/** What a person with a keyboard alone meets. */
{
  /** Puts the focus before a card. */
  gallery.startBefore = (index) => {
    gallery.pressed = [];
    gallery.rendered[index].caption.focus();
  };

  const textOf = (ids) =>
    (ids ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' ')
      .trim();

  /** A choice is reached as one of its group, a search as its field. */
  const wholeField = (field) =>
    field.closest('.ac-choiceSetInput-expanded, .ac-choiceSetInput-filtered-container') ?? field;

  /** The label that is drawn for a field; a tick's stands beside it. */
  const labelOf = (field) => {
    const drawn = document.querySelector(`label[for="${wholeField(field).id}"]`);
    return drawn ? drawn.textContent.trim() : textOf(field.getAttribute('aria-labelledby'));
  };

  /** Where the focus is, or null where it has left the card. */
  gallery.focused = (index) => {
    const { frame } = gallery.rendered[index];
    const element = document.activeElement;
    if (!frame.contains(element)) return null;
    const isField = element.matches('input, textarea, select');
    const whole = isField ? wholeField(element) : element;
    const { left, top, bottom } = whole.getBoundingClientRect();
    return {
      // Which of the card's elements it is: a date has several stops of its own.
      place: [...frame.querySelectorAll('*')].indexOf(whole),
      isField,
      isFold: element.hasAttribute('aria-controls'),
      name: isField ? labelOf(element) : element.getAttribute('aria-label') || element.textContent.trim(),
      isRinged: getComputedStyle(element).outlineStyle !== 'none',
      // Scrolling must not count as moving.
      box: { left, top: top + scrollY, bottom: bottom + scrollY },
    };
  };
}
