import type { Clock } from '../clock';
import type { Forge } from '../forge/forge';
import type { Jira } from '../jira/jira';
import type { SiteSeed } from '../jira/model';
import type { Dashboard } from './dashboard';
import type { Switches } from '../switches';
import type { Trace } from '../trace';

/** What the Jira-like pages are made of. */
export interface ChromeParts {
  readonly forge: Forge;
  readonly jira: Jira;
  readonly clock: Clock;
  readonly trace: Trace;
  readonly seed: SiteSeed;
  readonly repoRoot: string;
  readonly dashboard: Dashboard;
  /** Switches as they stand now; defaults where absent. */
  readonly switches?: () => Switches;
}

/** Segment of the app's pages in addresses: `/projects/SHOP/apps/holdpoint`. */
export const appSlug = 'holdpoint';
