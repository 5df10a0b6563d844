import { createContext, useContext, useMemo, type MouseEvent, type ReactElement, type ReactNode } from 'react';
import type { Navigation } from '../bridge/navigation';
import { toPlace, type Route } from './route';

interface Routing {
  readonly go: (route: Route) => void;
  /** Changes the address without a step to go back to: for filters. */
  readonly amend: (route: Route) => void;
  /** The full address of a route; null where Jira could not say. */
  readonly address: (route: Route) => string | null;
}
const routingContext = createContext<Routing | null>(null);

export function useRouting(): Routing {
  const routing = useContext(routingContext);
  if (routing === null) throw new Error('This part stands outside the project page.');
  return routing;
}

/** @param base address of the project page */
export function RoutingProvider(props: { navigation: Navigation; base: string | null; children: ReactNode }): ReactElement {
  const { navigation, base, children } = props;
  const routing = useMemo<Routing>(
    () => ({
      go: (route) => navigation.push(toPlace(route)),
      amend: (route) => navigation.replace(toPlace(route)),
      address: (route) => {
        const { path, search } = toPlace(route);
        return base === null ? null : `${base}${path}${search}`;
      },
    }),
    [navigation, base],
  );
  return <routingContext.Provider value={routing}>{children}</routingContext.Provider>;
}

/** A link to another screen of the project page. @param current whether the viewer is there already */
export function RouteLink(props: { to: Route; current?: boolean; children: ReactNode }): ReactElement {
  const { to, current = false, children } = props;
  const { go, address } = useRouting();
  const follow = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(to);
    globalThis.scrollTo(0, 0);
  };
  return (
    <a href={address(to) ?? '#'} target="_top" aria-current={current ? 'page' : undefined} onClick={follow}>
      {children}
    </a>
  );
}
