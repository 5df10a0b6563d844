import { createContext, useContext } from 'react';

const waitingContext = createContext(false);

/** Whether charts show what was chosen before, while what was chosen now is on its way. */
export const WaitingProvider = waitingContext.Provider;

export function useWaiting(): boolean {
  return useContext(waitingContext);
}
