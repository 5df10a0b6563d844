import { showFlag } from '@forge/bridge';

/** A short message of Jira's own that goes away by itself. */
export function tell(title: string, description: string): void {
  showFlag({ id: `holdpoint-${Date.now()}`, title, description, type: 'success', appearance: 'success', isAutoDismiss: true });
}
