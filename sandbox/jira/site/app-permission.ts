import { extensionAri } from './app-extension';
import type { AppRegistration } from '../jira';

/**
 * Key under which Jira knows a project permission of the app: "ari:cloud:ecosystem::extension/[App ID]/[Environment ID]/static/[Permission
 * key]" (developer.atlassian.com/platform/forge/manifest-reference/modules/jira-project-permission).
 * Not confirmed on a real site; this is the only place that says it.
 */
export function appPermissionKey(app: AppRegistration, moduleKey: string): string {
  return extensionAri(app, moduleKey);
}

/** Whether a permission is an app's: such a one is held by whom it was granted to and by nobody else, the app included. */
export function isAppPermission(key: string): boolean {
  return key.startsWith('ari:cloud:ecosystem::extension/');
}
