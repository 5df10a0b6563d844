import type { Actor, Jira } from '../jira/jira';
import type { Trace } from '../trace';
import type { PlatformCall, PlatformReply, Who } from './backend/wire';
import type { Origin } from './function-calls';
import type { KeyValueStore } from './kvs/key-value-store';
import { answer, refusal } from './platform-answer';
import type { ForgeSql } from './sql/forge-sql';
import { askStargate, type StargateServices } from './stargate';

export interface ProxyOptions extends StargateServices {
  readonly jira: Jira;
  readonly kvs: KeyValueStore;
  readonly sql: ForgeSql;
  readonly trace: Trace;
  readonly hasSql: boolean;
}

/** Brings each call of the app's functions to the service that it is for; what is not modelled is answered with 501 and traced. */
export class Proxy {
  constructor(private readonly options: ProxyOptions) {}

  async call(call: PlatformCall, origin: Origin): Promise<PlatformReply> {
    try {
      return (await this.route(call, origin)) ?? this.unmodelled(call);
    } catch (error) {
      this.options.trace.add({ kind: 'unmodelled', what: `${call.who.type} ${call.path}: ${String(error)}`, status: 500 });
      return answer(500, { message: `The sandbox failed: ${String(error)}` });
    }
  }

  private async route(call: PlatformCall, origin: Origin): Promise<PlatformReply | null> {
    const { type, remote, contextAri } = call.who;
    if (contextAri !== undefined) return null;
    if (type === 'fpp' && remote === 'jira') return this.askJira(call, origin);
    if (type === 'kvs') return this.askKvs(call);
    if (type === 'sql') return this.askSql(call);
    if (type === 'fpp' && remote === 'stargate' && call.who.provider === 'app') {
      return askStargate(call, origin, this.options);
    }
    return null;
  }

  private unmodelled({ who, method, path }: PlatformCall): PlatformReply {
    const what = `${who.type} ${who.provider ?? ''} ${who.remote ?? ''} ${method} ${path}`;
    this.options.trace.add({ kind: 'unmodelled', what, status: 501 });
    return answer(501, { message: `The sandbox does not model ${what}.` });
  }

  private async askJira(call: PlatformCall, origin: Origin): Promise<PlatformReply | null> {
    const actor = actorOf(call.who, origin);
    if (actor === 'nobody') return answer(401, undefined, { 'forge-proxy-error': 'NEEDS_AUTHENTICATION_ERR' });
    if (actor === null) return null;
    const { jira, scopes } = this.options;
    const { status, headers, body } = await jira.handle({ ...call, actor, scopes });
    return { status, headers, body: body === undefined ? '' : JSON.stringify(body) };
  }

  private askKvs({ path, body }: PlatformCall): PlatformReply {
    const reply = this.options.scopes.includes('storage:app')
      ? this.options.kvs.handle(path, body)
      : refusal(403, 'FORBIDDEN', 'The app has no scope storage:app.');
    this.options.trace.add({ kind: reply.status === 501 ? 'unmodelled' : 'kvs', what: `kvs ${path}`, status: reply.status });
    return reply;
  }

  private async askSql({ path, body }: PlatformCall): Promise<PlatformReply> {
    const reply = this.options.hasSql
      ? await this.options.sql.handle(path, body)
      : refusal(400, 'APP_NOT_ENABLED', 'manifest.yml has no sql module.');
    const statement = /"query":"((?:[^"\\]|\\.){0,120})/.exec(body)?.[1] ?? '';
    this.options.trace.add({ kind: reply.status === 501 ? 'unmodelled' : 'sql', what: `sql ${statement}`, status: reply.status });
    return reply;
  }
}

/**
 * On whose behalf a call reaches Jira: `asApp`, `asUser` (the viewer; 'nobody' where there is none), or neither. Acting as somebody
 * other than the viewer needs `allowImpersonation`, which is not modelled (null).
 */
function actorOf(who: Who, origin: Origin): Actor | 'nobody' | null {
  if (who.provider === 'app') return { kind: 'app' };
  if (who.provider === 'none') return { kind: 'anonymous' };
  if (who.provider !== 'user') return null;
  if (who.accountId !== undefined && who.accountId !== origin.accountId) return null;
  return origin.accountId === null ? 'nobody' : { kind: 'user', accountId: origin.accountId };
}
