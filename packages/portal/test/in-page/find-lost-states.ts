// Runs in the browser, as the only function of its file: tests of the whole system give it to their pages.

/** What is chosen, current or pressed, and looks like its neighbours once colours are forced. */
export function findLostStates(): string[] {
  const chosen =
    '[aria-current="page"], [aria-current="step"], [aria-current="true"], [aria-pressed="true"], [aria-selected="true"]';
  const looks = (element: Element) => {
    const style = getComputedStyle(element);
    return [
      ...['color', 'background-color', 'outline-style', 'font-weight', 'text-decoration-line'],
      ...['border-block-start', 'border-block-end', 'border-inline-start'],
    ]
      .map((name) => style.getPropertyValue(name))
      .join('|');
  };
  return [...document.body.querySelectorAll(chosen)].flatMap((element) => {
    const group = element.closest('ul, ol, nav, [role="group"], div')!;
    const others = [...group.parentElement!.querySelectorAll(element.tagName)].filter(
      (other) =>
        other !== element &&
        other.getAttribute('class') === element.getAttribute('class') &&
        !other.matches(chosen),
    );
    const same = others.some((other) => looks(other) === looks(element));
    return same
      ? [`${element.tagName} "${element.textContent!.trim().slice(0, 20)}" looks like what is not chosen`]
      : [];
  });
}
