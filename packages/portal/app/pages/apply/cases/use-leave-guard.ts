import { useEffect } from 'react';
import { useBeforeUnload, useBlocker } from 'react-router';

/** Asks before the page is left while something is under way that leaving would break off. */
export function useLeaveGuard(isBusy: boolean, question: string): void {
  useBeforeUnload((event) => {
    if (isBusy) event.preventDefault();
  });
  const blocker = useBlocker(
    ({ currentLocation: from, nextLocation: to }) =>
      isBusy && `${from.pathname}${from.search}` !== `${to.pathname}${to.search}`,
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    if (window.confirm(question)) blocker.proceed();
    else blocker.reset();
  }, [blocker, question]);
}
