// Runs in the browser, as the only function of its file: tests of the whole system give it to their pages.

/** What moves although the reader wants nothing to. */
export function findMotion(): string[] {
  return [...document.body.querySelectorAll('*')].flatMap((element) => {
    const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
    const moves = animationName !== 'none' || scrollBehavior === 'smooth' || transitionDuration !== '0s';
    return moves ? [`${element.tagName} ${element.className} moves`] : [];
  });
}
