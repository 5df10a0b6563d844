import type { Navigation, Place } from '../bridge/navigation';

/** The place of one part of the page, which has several: each keeps its own filters, in memory alone. @param path e.g. `/flow` */
export function ownPlace(path: string, search: string): Navigation {
  let here: Place = { path, search };
  const listeners = new Set<() => void>();
  const move = (place: Place): void => {
    // What leads to another screen of the app has nothing to lead to here.
    if (place.path !== path) return;
    here = place;
    for (const moved of listeners) moved();
  };
  return {
    current: () => here,
    push: move,
    replace: move,
    listen(moved) {
      listeners.add(moved);
      return () => listeners.delete(moved);
    },
  };
}
