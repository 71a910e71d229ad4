/** Draws the cards that the address asks for. */
{
  const { cards, themes, widths } = gallery.data;
  const asked = new URLSearchParams(location.search);

  /** With `unfolded` in the address, what is hidden until somebody asks for it is shown too. */
  const unfolded = (card) =>
    asked.has('unfolded')
      ? JSON.parse(JSON.stringify(card, (key, value) => (key === 'isVisible' ? undefined : value)))
      : card;

  const drawn = (name, theme, width) => {
    const figure = document.createElement('figure');
    const caption = document.createElement('figcaption');
    // The renderer names a group of choices by its id alone; a form keeps those of two cards apart.
    const frame = document.createElement('form');
    frame.onsubmit = () => false;
    caption.textContent = name;
    // A place to start tabbing from.
    caption.tabIndex = -1;
    frame.className = `card theme-${theme.name}`;
    frame.style.width = `${width}px`;
    frame.dataset.name = name;
    const card = new AdaptiveCards.AdaptiveCard();
    card.hostConfig = new AdaptiveCards.HostConfig(theme.hostConfig);
    card.onExecuteAction = (action) => gallery.pressed.push({ title: action.title, data: action.data ?? {} });
    card.parse(unfolded(cards[name]), new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_6));
    frame.append(card.render());
    figure.append(caption, frame);
    gallery.rendered.push({ name, card, frame, caption });
    return figure;
  };

  /** Lays the cards out in columns, as many sheets as it takes; heights in pixels. A higher card stands alone. */
  gallery.arrange = (columns, highest) => {
    const figures = [...document.querySelectorAll('figure')].map((figure) => ({
      figure,
      height: figure.offsetHeight + 16,
    }));
    const main = document.querySelector('main');
    main.replaceChildren();
    let sheet = null;
    for (const { figure, height } of figures) {
      let column = sheet?.find((each) => each.height + height <= highest);
      if (!column) {
        const section = document.createElement('section');
        section.className = 'sheet';
        main.append(section);
        sheet = Array.from({ length: columns }, () => {
          const element = document.createElement('div');
          section.append(element);
          return { element, height: 0 };
        });
        column = sheet[0];
      }
      column.element.append(figure);
      column.height += height;
    }
  };

  gallery.pressed = [];
  gallery.rendered = [];
  // The tab stop on the card's root is the host's to set, and Teams sets its own around the message.
  AdaptiveCards.GlobalSettings.setTabIndexAtCardRoot = false;
  const themesAsked = themes.filter(({ name }) => name === (asked.get('theme') ?? name));
  const widthsAsked = asked.has('width') ? [Number(asked.get('width'))] : widths;
  const main = document.querySelector('main');
  for (const name of Object.keys(cards)) {
    const row = document.createElement('div');
    row.className = 'row';
    for (const width of widthsAsked) row.append(...themesAsked.map((theme) => drawn(name, theme, width)));
    main.append(row);
  }
}
