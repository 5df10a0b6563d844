import { router, view } from '@forge/bridge';

/** Module key of the project page in manifest.yml. */
const projectPage = 'holdpoint-project';
/** And of the settings page. */
const settingsPage = 'holdpoint-settings';

/** Opens a page of the same Jira site in a new tab. @param path e.g. `/browse/SHOP-1` */
export function openInJira(path: string): void {
  void router.open(path).catch(() => undefined);
}

export function issuePath(key: string): string {
  return `/browse/${encodeURIComponent(key)}`;
}

export function searchPath(jql: string): string {
  return `/issues/?jql=${encodeURIComponent(jql)}`;
}

/** @param path within Holdpoint's project page, e.g. `readiness/10001` */
export function goToProjectPage(projectKey: string, path: string): void {
  void router.navigate({ target: 'module', moduleKey: projectPage, projectKey, path }).catch(() => undefined);
}

/** Opens Holdpoint's settings; Jira itself says who may not. @param path within them, e.g. `workflows/10001` */
export function goToSettings(path: string): void {
  void router.navigate({ target: 'module', moduleKey: settingsPage, path }).catch(() => undefined);
}

/** The full address of Holdpoint's project page, without a slash at its end; null where Jira cannot say. */
export async function projectPageUrl(projectKey: string): Promise<string | null> {
  const url = await router.getUrl({ target: 'module', moduleKey: projectPage, projectKey }).catch(() => null);
  return url === null ? null : String(url).replace(/\/+$/, '');
}

export function nameWindow(title: string): void {
  void view.changeWindowTitle(title).catch(() => undefined);
}

/** Opens an address outside of Jira in a new tab; only one that begins with https://, so that none is run as a script. */
export function openOutside(address: string): void {
  if (URL.canParse(address) && new URL(address).protocol === 'https:') void router.open(address).catch(() => undefined);
}
