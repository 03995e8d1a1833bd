import { type RefObject, useEffect, useRef } from 'react';

/**
 * Moves the focus to the title of a screen when another one is shown: what reads pages aloud begins there, and so does the Tab key. The
 * title is the first `h2` in what the reference is given to.
 */
export function useStepFocus(step: string | number): RefObject<HTMLDivElement | null> {
  const screen = useRef<HTMLDivElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current !== step) screen.current?.querySelector('h2')?.focus();
    shown.current = step;
  }, [step]);
  return screen;
}
