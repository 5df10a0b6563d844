import { isRecord } from './channel';
import { note } from './server';
import type { Place } from './server';

const appSlug = 'holdpoint';

function moduleAddress(place: Place, target: Record<string, unknown>): string {
  const moduleKey = String(target['moduleKey']);
  const page = document.querySelector<HTMLElement>('[data-module-bases]')?.dataset['moduleBases'] ?? '{}';
  const types: unknown = JSON.parse(page);
  const type = isRecord(types) ? types[moduleKey] : undefined;
  const path = typeof target['path'] === 'string' ? `/${target['path'].replace(/^\/+/, '')}` : '';
  if (type === 'jira:adminPage') return `/settings/apps/${appSlug}${path}`;
  const projectKey = typeof target['projectKey'] === 'string' ? target['projectKey'] : place['projectKey'];
  if (type === 'jira:projectPage' && projectKey !== undefined)
    return `/projects/${encodeURIComponent(projectKey)}/apps/${appSlug}${path}`;
  note('unmodelled', `navigation to module ${moduleKey}`, '501');
  throw new Error(`The sandbox does not model navigation to module ${moduleKey}`);
}

/** Address on this site of a `NavigationLocation` (@forge/bridge/out/router/types.d.ts) or of a URL. */
export function addressOf(place: Place, location: unknown): string {
  if (!isRecord(location)) throw new Error('Navigation needs a target.');
  if (typeof location['url'] === 'string') return location['url'];
  if (location['target'] === 'issue') return `/browse/${encodeURIComponent(String(location['issueKey']))}`;
  if (location['target'] === 'module') return moduleAddress(place, location);
  note('unmodelled', `navigation to ${String(location['target'])}`, '501');
  throw new Error(`The sandbox does not model navigation to ${String(location['target'])}`);
}

/** `router.navigate` and `router.open`; only web addresses, so that no script is run as one. */
export function navigate(place: Place, location: unknown): true {
  const url = new URL(addressOf(place, location), window.location.origin);
  if (!['http:', 'https:', 'mailto:'].includes(url.protocol))
    throw new Error(`The sandbox does not open ${url.protocol} addresses.`);
  if (isRecord(location) && location['type'] === 'new-tab') window.open(url.href, '_blank', 'noopener');
  else window.location.assign(url.href);
  return true;
}
