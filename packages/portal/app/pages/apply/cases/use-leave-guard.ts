import { useCallback, useEffect, useRef } from 'react';
import { useBeforeUnload, useBlocker } from 'react-router';

/**
 * Asks before the page is left while something is under way that leaving would break off.
 *
 * @returns what is told when something begins, and when it has ended
 */
export function useLeaveGuard(question: string): (isBusy: boolean) => void {
  // No state: who leads on at the end of an upload must not be asked because nothing was drawn since.
  const count = useRef(0);
  useBeforeUnload((event) => {
    if (count.current > 0) event.preventDefault();
  });
  const blocker = useBlocker(
    ({ currentLocation: from, nextLocation: to }) =>
      count.current > 0 && `${from.pathname}${from.search}` !== `${to.pathname}${to.search}`,
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    if (window.confirm(question)) blocker.proceed();
    else blocker.reset();
  }, [blocker, question]);
  return useCallback((isBusy: boolean) => {
    count.current += isBusy ? 1 : -1;
  }, []);
}
