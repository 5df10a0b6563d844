import type { Answer } from '../contracts/screen';
import type { JiraTrouble } from '../platform/jira';

export function shown<View>(view: View): Answer<View> {
  return { kind: 'ok', view };
}

export function refused(title: string, message: string): Answer<never> {
  return { kind: 'refused', title, message };
}

export function failed(title: string, message: string): Answer<never> {
  return { kind: 'failed', title, message };
}

/** Why Jira gave no answer, for the person at the screen. */
export function inTrouble(trouble: JiraTrouble): Answer<never> {
  switch (trouble.kind) {
    case 'gone':
      return refused('Not found', 'Jira does not have this any more, or you may not see it.');
    case 'refused':
      return refused('No access', 'Jira does not let Holdpoint do this for you.');
    case 'busy':
      return failed('Jira is busy', `Jira asks Holdpoint to wait. Try again in ${trouble.retryAfter} seconds.`);
    case 'failed':
      return failed('Jira did not answer', 'Holdpoint could not reach Jira just now. Try again in a minute.');
  }
}
