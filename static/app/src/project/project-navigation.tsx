import { useEffect, useRef, type ReactElement } from 'react';
import { defaultFlow } from './flow/flow-filters';
import { allAging, allDecisions, allDeferrals, allEscapes, allRepair, type Route } from './route';
import { RouteLink } from './routing';

const screens: readonly { readonly name: string; readonly to: Route }[] = [
  { name: 'Releases', to: { screen: 'releases' } },
  { name: 'Triage', to: { screen: 'triage', sessionId: null } },
  { name: 'Deferrals', to: { screen: 'deferrals', filters: allDeferrals } },
  { name: 'Aging', to: { screen: 'aging', filters: allAging } },
  { name: 'Flow', to: { screen: 'flow', filters: defaultFlow } },
  { name: 'Escapes', to: { screen: 'escapes', filters: allEscapes } },
  { name: 'Detection and repair', to: { screen: 'repair', filters: allRepair } },
  { name: 'Forecast', to: { screen: 'forecast', versionId: null } },
  { name: 'Scope', to: { screen: 'scope', versionId: null } },
  { name: 'Pipelines', to: { screen: 'pipelines' } },
  { name: 'Gates', to: { screen: 'gates' } },
  { name: 'Decisions', to: { screen: 'decisions', filters: allDecisions } },
  { name: 'Data quality', to: { screen: 'data-quality' } },
];

/** The screens of the project page. The readiness of a release belongs to its releases, the analysis of its escapes to the escapes. */
export function ProjectNavigation({ route }: { route: Route }): ReactElement {
  const here =
    route.screen === 'readiness' || route.screen === 'train'
      ? 'releases'
      : route.screen === 'analysis'
        ? 'escapes'
        : route.screen;
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => (list.current === null ? undefined : bringInto(list.current)), [here]);
  return (
    <nav className="project-nav" aria-label="Holdpoint">
      <ul ref={list}>
        {screens.map(({ name, to }) => (
          <li key={name}>
            <RouteLink to={to} current={to.screen === here}>
              {name}
            </RouteLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** On a narrow page the list is one line that scrolls: the screen that is shown is to be seen in it, and that there is more beside it. */
function bringInto(list: HTMLUListElement): void {
  const current = list.querySelector<HTMLElement>('[aria-current]');
  if (current !== null) list.scrollLeft = current.offsetLeft - list.offsetLeft - (list.clientWidth - current.offsetWidth) / 2;
}
