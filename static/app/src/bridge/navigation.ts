import { view } from '@forge/bridge';
import { z } from 'zod';

/** Where a page is: `/readiness/10001` and `?show=overdue`. */
export interface Place {
  readonly path: string;
  readonly search: string;
}

/** The part of the browser's address that belongs to the page. */
export interface Navigation {
  readonly current: () => Place;
  readonly push: (place: Place) => void;
  readonly replace: (place: Place) => void;
  /** @returns stops listening */
  readonly listen: (moved: () => void) => () => void;
}

const locationSchema = z.looseObject({ pathname: z.string(), search: z.string().catch('') });
/** Hosts differ: history 4 hands over a location, history 5 an object that holds one. */
const movedSchema = z.union([locationSchema, z.looseObject({ location: locationSchema }).transform((moved) => moved.location)]);

function toPlace(location: unknown): Place | null {
  const read = movedSchema.safeParse(location);
  return read.success ? { path: `/${read.data.pathname.replace(/^\/+/, '')}`, search: read.data.search } : null;
}

/** Binds the page to the address bar; where the host has none to give, the page remembers its place itself. */
export async function openNavigation(): Promise<Navigation> {
  const history = await view.createHistory().catch(() => null);
  let here = toPlace(history?.location) ?? { path: '/', search: '' };
  const listeners = new Set<() => void>();
  const move = (place: Place): void => {
    if (place.path === here.path && place.search === here.search) return;
    here = place;
    for (const moved of listeners) moved();
  };
  history?.listen((location: unknown) => {
    const place = toPlace(location);
    if (place !== null) move(place);
  });
  return {
    current: () => here,
    push(place) {
      history?.push(`${place.path}${place.search}`);
      move(place);
    },
    replace(place) {
      history?.replace(`${place.path}${place.search}`);
      move(place);
    },
    listen(moved) {
      listeners.add(moved);
      return () => listeners.delete(moved);
    },
  };
}
