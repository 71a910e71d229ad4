/**
 * The Markdown that cards know, as far as ours use it: emphasis, lists of one level, paragraphs and backslashes.
 * The renderer leaves this to its host.
 */
{
  const escaped = (text) =>
    text.replace(/[&<>"]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark]);

  const inline = (text) =>
    escaped(text)
      .replace(/\\([\\[\]*_`+\-.)])/g, (_, mark) => `&#${mark.charCodeAt(0)};`)
      .replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
      .replace(/\*(\S.*?)\*/g, '<em>$1</em>')
      .replace(/(?<!\w)_(.+?)_(?!\w)/g, '<em>$1</em>');

  const block = (text) => {
    const lines = text.split('\n');
    if (!lines.every((line) => /^[-*] /.test(line))) return `<p>${inline(text)}</p>`;
    return `<ul>${lines.map((line) => `<li>${inline(line.slice(2))}</li>`).join('')}</ul>`;
  };

  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = text
      .split(/\n{2,}/)
      .map(block)
      .join('');
    result.didProcess = true;
  };
}
