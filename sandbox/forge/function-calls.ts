import type { Faults } from '../faults';
import type { SandboxClock } from '../system-clock';
import type { Trace } from '../trace';
import type { Backend } from './backend/host';
import { InvocationFailure } from './backend/invocation-failure';
import type { Installation } from './installation';
import type { AppFunction, Manifest } from './manifest';
import { RateWindow } from './rate-window';

/** developer.atlassian.com/platform/forge/limits-invocation. */
const invocationsPerMinute = 1_200;
const consumerOrSchedule = new Set(['consumer', 'scheduledTrigger']);

/** Where an invocation comes from; goes with each of its calls to the platform. */
export interface Origin {
  readonly functionKey: string;
  readonly accountId: string | null;
  /** Shared by everything that follows from one first invocation through queues. */
  readonly chain: { pushes: number };
}

export interface FunctionCall {
  readonly functionKey: string;
  readonly moduleKey: string;
  readonly moduleType: string;
  readonly event: unknown;
  readonly accountId: string | null;
  /** Seconds that this kind of module has, where the function itself names none. */
  readonly defaultSeconds: number;
  readonly chain: Origin['chain'];
}

export interface FunctionCallsOptions {
  readonly manifest: Manifest;
  readonly installation: Installation;
  readonly backend: Backend<Origin>;
  readonly clock: SandboxClock;
  readonly faults: Faults;
  readonly trace: Trace;
}

/** Calls the app's functions by their manifest keys, within Forge's limits and the faults that are asked for. */
export class FunctionCalls {
  private readonly perMinute = new RateWindow(invocationsPerMinute, 60_000);

  constructor(private readonly options: FunctionCallsOptions) {}

  /** Gives what the function returned. Rejects with InvocationFailure. */
  async call(call: FunctionCall): Promise<unknown> {
    const { clock, trace } = this.options;
    const what = `${call.functionKey} (${call.moduleType} ${call.moduleKey})`;
    const end = clock.begin(`function ${what}`);
    try {
      const value = await this.run(call);
      trace.add({ kind: 'function', what, status: 'done' });
      return value;
    } catch (error) {
      trace.add({ kind: 'function', what, status: error instanceof InvocationFailure ? error.kind : 'failed' });
      throw error;
    } finally {
      end();
    }
  }

  /** A function's own `timeoutSeconds` counts for consumers and scheduled triggers only. */
  timeoutSeconds(functionKey: string, defaultSeconds: number): number {
    return this.find(functionKey).timeoutSeconds ?? defaultSeconds;
  }

  private async run(call: FunctionCall): Promise<unknown> {
    const { manifest, installation, backend, clock, faults } = this.options;
    if (faults.settings().functions === 'fail')
      throw new InvocationFailure('failed', 'Every function fails (fault "functions": "fail").');
    if (!this.perMinute.take(clock.now().getTime())) {
      throw new InvocationFailure('limit', `More than ${invocationsPerMinute} invocations in a minute.`);
    }
    const seconds = consumerOrSchedule.has(call.moduleType)
      ? this.timeoutSeconds(call.functionKey, call.defaultSeconds)
      : call.defaultSeconds;
    return backend.invoke({
      exportName: exportNameOf(this.find(call.functionKey)),
      event: call.event,
      context: {
        installation,
        functionKey: call.functionKey,
        moduleKey: call.moduleKey,
        moduleType: call.moduleType,
        scopes: manifest.permissions.scopes,
        backendEgress: manifest.permissions.external.fetch.backend,
        accountId: call.accountId,
        timeout: seconds * 1_000,
      },
      killAtCall: faults.killAtCall(),
      origin: { functionKey: call.functionKey, accountId: call.accountId, chain: call.chain },
    });
  }

  private find(functionKey: string): AppFunction {
    const found = this.options.manifest.modules.function.find((candidate) => candidate.key === functionKey);
    if (!found) throw new InvocationFailure('failed', `manifest.yml has no function "${functionKey}".`);
    return found;
  }
}

/** The bundle is made of src/index.ts alone, so every handler is `index.<export>`. */
function exportNameOf({ key, handler }: AppFunction): string {
  const [file, name] = handler.split('.');
  if (file !== 'index' || name === undefined) {
    throw new InvocationFailure(
      'failed',
      `The handler of "${key}" is "${handler}"; the sandbox runs handlers of the form index.<export>.`,
    );
  }
  return name;
}
