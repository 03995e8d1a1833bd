// Runs in the browser, as the only function of its file: tests of the whole system give it to their pages.

/** Whether the page is wider than its window, a text is cut by its own box, or two texts lie over each other; a line for each. */
export function findLayoutFaults(): string[] {
  /** Rounding of fractions of pixels, and lines that touch. */
  const tolerance = 3;
  const found: string[] = [];
  const root = document.documentElement;
  const wider = root.scrollWidth - root.clientWidth;
  if (wider > 0) found.push(`${wider} px wider than the window`);

  const nameOf = (element: Element) =>
    `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} "${(element.textContent ?? '').trim().slice(0, 30)}"`;
  // Of each element once: a page has thousands, at many depths.
  const clipped = new Map<Element, boolean>();
  const isClipped = (element: Element | null): boolean => {
    if (!element) return false;
    let is = clipped.get(element);
    if (is === undefined) {
      is = getComputedStyle(element).clipPath !== 'none' || isClipped(element.parentElement);
      clipped.set(element, is);
    }
    return is;
  };
  const isHidden = (element: Element) =>
    !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || isClipped(element);

  /** What can be seen in the boxes that scroll around an element, and in itself. Null where all can. */
  interface Frame {
    left: number;
    top: number;
    right: number;
    bottom: number;
  }
  const frames = new Map<Element, Frame | null>();
  const frameOf = (element: Element | null): Frame | null => {
    if (!element || element === document.body) return null;
    const known = frames.get(element);
    if (known !== undefined) return known;
    const around = frameOf(element.parentElement);
    const { overflowX, overflowY } = getComputedStyle(element);
    let frame = around;
    if (overflowX !== 'visible' || overflowY !== 'visible') {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      frame = {
        left: Math.max(left, around?.left ?? left),
        top: Math.max(top, around?.top ?? top),
        right: Math.min(right, around?.right ?? right),
        bottom: Math.min(bottom, around?.bottom ?? bottom),
      };
    }
    frames.set(element, frame);
    return frame;
  };
  /** What of a box can be seen in the boxes that scroll; null when nothing can. */
  const seenOf = (element: Element, box: DOMRect): DOMRect | null => {
    const frame = frameOf(element) ?? box;
    const [left, top] = [Math.max(box.left, frame.left), Math.max(box.top, frame.top)];
    const [right, bottom] = [Math.min(box.right, frame.right), Math.min(box.bottom, frame.bottom)];
    return right - left > 0 && bottom - top > 0 ? new DOMRect(left, top, right - left, bottom - top) : null;
  };

  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    const { overflowX, overflowY } = getComputedStyle(element);
    const cutsX = overflowX === 'hidden' || overflowX === 'clip';
    const cutsY = overflowY === 'hidden' || overflowY === 'clip';
    // A hint in an input that is cut stands in its label as well.
    if ((!cutsX && !cutsY) || isHidden(element) || element.closest('svg, input')) continue;
    const isCut =
      (cutsX && element.scrollWidth > element.clientWidth + tolerance) ||
      (cutsY && element.scrollHeight > element.clientHeight + tolerance);
    if (isCut) found.push(`cut: ${nameOf(element)}`);
  }

  const texts: { element: Element; box: DOMRect }[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement!;
    if (!node.textContent!.trim() || isHidden(element) || element.closest('option, script, style, svg'))
      continue;
    // The link that leads to the content waits above the window.
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const whole of range.getClientRects()) {
      const box = whole.bottom + scrollY > 0 ? seenOf(element, whole) : null;
      if (box) texts.push({ element, box });
    }
  }
  texts.sort((one, other) => one.box.top - other.box.top);
  for (const [i, one] of texts.entries()) {
    for (const other of texts.slice(i + 1)) {
      if (other.box.top > one.box.bottom - tolerance) break;
      if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
      const width = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const height = Math.min(one.box.bottom, other.box.bottom) - other.box.top;
      // The box of a line is taller than its letters: lines that stand close may share some of it.
      if (width > tolerance && height > Math.min(one.box.height, other.box.height) / 3)
        found.push(`over each other: ${nameOf(one.element)} and ${nameOf(other.element)}`);
    }
  }
  return [...new Set(found)].slice(0, 8);
}
