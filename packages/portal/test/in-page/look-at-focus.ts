// Runs in the browser, as the only function of its file: tests of the whole system give it to their pages.

/** What has the focus, what it is called, and whether one can see it. */
export function lookAtFocus() {
  const element = document.activeElement!;
  const marked = element as Element & { stop?: number };
  const counted = document as Document & { stops?: number };
  marked.stop ??= counted.stops = (counted.stops ?? 0) + 1;
  const { labels, type } = element as HTMLInputElement;
  const called =
    element.getAttribute('aria-label') ??
    (labels?.length ? [...labels].map((label) => label.textContent).join(' ') : element.textContent) ??
    '';
  const tag = element.tagName.toLowerCase();
  const name =
    tag === 'body'
      ? tag
      : [tag, tag === 'input' && type, called.trim().replace(/\s+/g, ' ').slice(0, 60)]
          .filter(Boolean)
          .join(' ');

  // A control that is drawn by its label shows its focus there.
  const frames = [element, ...(labels ?? [])];
  const hasIndicator = frames.some((frame) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(frame);
    return (
      (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) ||
      (boxShadow !== 'none' && frame !== element)
    );
  });
  const isSeen = frames.some((frame) =>
    [...frame.getClientRects()].some((box) => {
      const [x, y] = [
        (box.left + box.right) / 2,
        (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2,
      ];
      const top = document.elementFromPoint(x, y);
      return top !== null && (frames.some((one) => one.contains(top)) || top.contains(frame));
    }),
  );
  const fault = !hasIndicator
    ? 'it has no indicator'
    : !isSeen
      ? 'it is covered or outside the window'
      : null;
  return { name, href: element.getAttribute('href'), fault, id: marked.stop };
}
