import { useCallback, useRef } from 'react';

/** Does what it is given one after the other, in the order in which it came. An act that throws does not stop the next. */
export function useTurns(): (act: () => Promise<void>) => void {
  const last = useRef<Promise<void>>(Promise.resolve());
  return useCallback((act) => {
    last.current = last.current.then(act).catch(() => undefined);
  }, []);
}
