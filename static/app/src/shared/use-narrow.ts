import { useSyncExternalStore } from 'react';

const query = '(max-width: 640px)';

function subscribe(changed: () => void): () => void {
  const media = globalThis.matchMedia(query);
  media.addEventListener('change', changed);
  return () => media.removeEventListener('change', changed);
}

/** Whether the page is too narrow for tables. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => globalThis.matchMedia(query).matches);
}
