import { randomUUID } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { Clock } from '../../clock';
import { InvocationFailure } from './invocation-failure';
import type { BackendData, FromBackend, InvocationContext, PlatformCall, PlatformReply, ToBackend } from './wire';

/** Forge's default (developer.atlassian.com/platform/forge/limits-invocation). */
const memoryMegabytes = 512;
/** A thread that does not answer for so long after a deadline is stuck in a loop and is replaced. */
const stuckMilliseconds = 2_000;

export interface Invocation<Origin> {
  readonly exportName: string;
  readonly event: unknown;
  readonly context: InvocationContext;
  /** Platform call, counted from 1, at which the invocation is cut; null to let it live. */
  readonly killAtCall: number | null;
  /** Handed to `platform` with each of its calls. */
  readonly origin: Origin;
}

export interface BackendOptions<Origin> {
  readonly workerPath: string;
  readonly data: BackendData;
  readonly clock: Clock;
  readonly platform: (call: PlatformCall, origin: Origin) => Promise<PlatformReply>;
  readonly log: (functionKey: string, level: string, text: string) => void;
}

interface Open<Origin> {
  readonly invocation: Invocation<Origin>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (failure: InvocationFailure) => void;
  readonly timer: NodeJS.Timeout;
  calls: number;
}

/** Runs the app's functions in one worker thread, several at a time; the thread is replaced when it dies. */
export class Backend<Origin> {
  private worker: Worker | null = null;
  private readonly open = new Map<string, Open<Origin>>();
  private stopped = false;

  constructor(private readonly options: BackendOptions<Origin>) {}

  /** Gives what the function returned, as JSON. Rejects with InvocationFailure; what it did until then stays done. */
  invoke(invocation: Invocation<Origin>): Promise<unknown> {
    if (this.stopped) return Promise.reject(new InvocationFailure('failed', 'The sandbox has been stopped.'));
    const id = randomUUID();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.timeOut(id), invocation.context.timeout);
      this.open.set(id, { invocation, resolve, reject, timer, calls: 0 });
      const { exportName, event, context } = invocation;
      this.post({ kind: 'invoke', id, exportName, event, context, clockOffset: this.options.clock.offset() });
    });
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.failAll('The sandbox has been stopped.');
    await this.worker?.terminate();
    this.worker = null;
  }

  private post(message: ToBackend): void {
    this.worker ??= this.start();
    this.worker.postMessage(message);
  }

  private start(): Worker {
    const worker = new Worker(this.options.workerPath, {
      workerData: this.options.data,
      resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
    });
    let death = 'The process that ran the function ended.';
    worker.on('message', (message: FromBackend) => void this.receive(message));
    worker.on('error', (error) => {
      death = `The process that ran the function died: ${error.message}`;
      this.options.log('-', 'error', error.stack ?? error.message);
    });
    worker.on('exit', () => {
      if (this.worker !== worker) return;
      this.worker = null;
      this.failAll(death);
    });
    return worker;
  }

  private async receive(message: FromBackend): Promise<void> {
    if (message.kind === 'log') return this.options.log(message.functionKey, message.level, message.text);
    if (message.kind === 'platform') return this.callPlatform(message.id, message.callId, message.call);
    if (message.kind === 'done') return this.take(message.id)?.resolve(message.value);
    if (message.kind !== 'failed') return;
    const failed = this.take(message.id);
    if (!failed) return;
    this.options.log(failed.invocation.context.functionKey, 'error', message.stack || `${message.name}: ${message.message}`);
    failed.reject(new InvocationFailure('failed', message.message));
  }

  /** A call of an invocation that is over is never answered: what it wanted does not happen. */
  private async callPlatform(id: string, callId: number, call: PlatformCall): Promise<void> {
    const caller = this.open.get(id);
    if (!caller) return;
    caller.calls += 1;
    if (caller.calls === caller.invocation.killAtCall) {
      this.take(id)?.reject(new InvocationFailure('failed', `Cut at its platform call ${caller.calls} (fault "kill").`));
      return;
    }
    const reply = await this.options.platform(call, caller.invocation.origin);
    if (this.open.has(id)) this.post({ kind: 'reply', callId, reply, clockOffset: this.options.clock.offset() });
  }

  private timeOut(id: string): void {
    const late = this.take(id);
    if (!late) return;
    late.reject(
      new InvocationFailure('timed-out', `Function timed out after ${late.invocation.context.timeout / 1_000} seconds.`),
    );
    this.replaceIfStuck();
  }

  private replaceIfStuck(): void {
    const worker = this.worker;
    if (!worker) return;
    const timer = setTimeout(() => void worker.terminate(), stuckMilliseconds);
    const hear = (message: FromBackend): void => {
      if (message.kind !== 'here') return;
      clearTimeout(timer);
      worker.off('message', hear);
    };
    worker.on('message', hear);
    this.post({ kind: 'are-you-there' });
  }

  private take(id: string): Open<Origin> | undefined {
    const taken = this.open.get(id);
    this.open.delete(id);
    clearTimeout(taken?.timer);
    return taken;
  }

  private failAll(reason: string): void {
    for (const id of [...this.open.keys()]) this.take(id)?.reject(new InvocationFailure('failed', reason));
  }
}
