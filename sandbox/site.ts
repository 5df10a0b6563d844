import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Faults } from './faults';
import type { ForgeHost } from './forge/forge';
import type { Jira } from './jira/jira';
import type { Switches } from './switches';
import type { SandboxClock } from './system-clock';
import type { Trace } from './trace';

/** One life of the sandbox's site, from start or reset on; what the server answers from. */
export interface Site {
  readonly jira: Jira;
  readonly forge: ForgeHost;
  readonly clock: SandboxClock;
  readonly trace: Trace;
  readonly faults: Faults;
  readonly switches: Switches;
  /** The Jira-like pages. */
  readonly chrome: { handle(request: IncomingMessage, response: ServerResponse): Promise<void> };
  /** Who somebody is that says nothing about it: the demo's release manager. */
  readonly defaultAccountId: string;
  /** HOLDPOINT_CONNECTION of the demo's pipeline; null without a demo. */
  readonly connection: string | null;
}
