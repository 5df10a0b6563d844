import type { Faults } from '../faults';
import type { Jira } from '../jira/jira';
import type { Switches } from '../switches';
import type { SandboxClock } from '../system-clock';
import type { Trace } from '../trace';
import type { FunctionLog } from './function-log';
import type { DatabaseAddress } from './sql/database';

export interface ForgeOptions {
  readonly manifestPath: string;
  /** The app's functions as one CommonJS file, and the worker's own code (`sandbox/build.ts` makes both). */
  readonly bundlePath: string;
  readonly workerPath: string;
  readonly jira: Jira;
  readonly clock: SandboxClock;
  readonly trace: Trace;
  readonly switches: Switches;
  readonly faults: Faults;
  readonly database: DatabaseAddress;
  /** Address of the sandbox, `http://127.0.0.1:4750`. */
  readonly publicUrl: string;
  readonly log: FunctionLog;
  /** Who installs the app. */
  readonly installerAccountId: string | null;
}
