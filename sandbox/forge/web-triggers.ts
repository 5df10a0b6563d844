import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { WebTriggerRequest } from './forge';
import type { FunctionCalls } from './function-calls';
import { InvocationFailure } from './backend/invocation-failure';
import type { Manifest, WebTriggerModule } from './manifest';

export interface WebTriggerAnswer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

const staticResult = z.object({ outputKey: z.string() });
/** developer.atlassian.com/platform/forge/runtime-reference/web-trigger: anything else is answered with status 500. */
const dynamicResult = z.object({
  statusCode: z.number().int().min(100).max(599).default(200),
  headers: z.record(z.string(), z.array(z.string())).default({}),
  body: z.string().default(''),
});
const timeoutSeconds = 55;

/** The app's web triggers: their URLs, and calls of them from outside. */
export class WebTriggers {
  /** How often the URL of a module has been deleted: the next one is another. */
  private readonly generations = new Map<string, number>();
  private readonly created = new Set<string>();

  constructor(
    private readonly manifest: Manifest,
    private readonly functions: FunctionCalls,
    private readonly publicUrl: string,
  ) {}

  /** The same on every call until it is deleted; null where the manifest has no such module. */
  url(moduleKey: string): string | null {
    if (!this.find(moduleKey)) return null;
    this.created.add(moduleKey);
    return `${this.publicUrl}/webtrigger/public/${this.idOf(moduleKey)}`;
  }

  urls(): readonly { readonly triggerKey: string; readonly url: string }[] {
    return [...this.created].map((triggerKey) => ({ triggerKey, url: this.url(triggerKey) ?? '' }));
  }

  delete(id: string): boolean {
    const moduleKey = [...this.created].find((key) => this.idOf(key) === id);
    if (moduleKey === undefined) return false;
    this.created.delete(moduleKey);
    this.generations.set(moduleKey, (this.generations.get(moduleKey) ?? 0) + 1);
    return true;
  }

  /** `request.moduleKey` is a module's key, or `public/<id>` from one of the URLs. */
  async call(request: WebTriggerRequest): Promise<WebTriggerAnswer> {
    const id = /^public\/(.+)$/.exec(request.moduleKey)?.[1];
    const module =
      id === undefined ? this.find(request.moduleKey) : this.manifest.modules.webtrigger.find(({ key }) => this.idOf(key) === id);
    if (!module) return plain(404, `There is no web trigger "${request.moduleKey}".`);
    try {
      const returned = await this.functions.call({
        functionKey: module.function,
        moduleKey: module.key,
        moduleType: 'webtrigger',
        event: { ...eventOf(request), context: { moduleKey: module.key }, contextToken: 'sandbox' },
        accountId: null,
        defaultSeconds: timeoutSeconds,
        chain: { pushes: 0 },
      });
      return answerOf(module, returned);
    } catch (error) {
      if (!(error instanceof InvocationFailure)) throw error;
      return error.kind === 'timed-out'
        ? plain(504, error.message)
        : plain(error.kind === 'limit' ? 429 : 500, 'Internal server error');
    }
  }

  private find(moduleKey: string): WebTriggerModule | undefined {
    return this.manifest.modules.webtrigger.find((module) => module.key === moduleKey);
  }

  private idOf(moduleKey: string): string {
    const generation = this.generations.get(moduleKey) ?? 0;
    return createHash('sha256').update(`${moduleKey} ${generation}`).digest('hex').slice(0, 32);
  }
}

function eventOf({ method, path, headers, queryParameters, body }: WebTriggerRequest): object {
  return { method, path: `/x1/${path}`, userPath: path, headers, queryParameters, body };
}

function answerOf(module: WebTriggerModule, returned: unknown): WebTriggerAnswer {
  if (module.response.type === 'static') {
    const outputKey = staticResult.safeParse(returned).data?.outputKey;
    const output = module.response.outputs.find((candidate) => candidate.key === outputKey);
    if (!output) return plain(500, `The function answered none of the declared outputs of "${module.key}".`);
    const headers: Record<string, string> = output.contentType === undefined ? {} : { 'content-type': output.contentType };
    return { status: output.statusCode, headers, body: output.body ?? '' };
  }
  const result = dynamicResult.safeParse(returned);
  if (!result.success) return plain(500, `The function's answer is not an HTTP answer: ${z.prettifyError(result.error)}`);
  const headers = Object.fromEntries(Object.entries(result.data.headers).map(([name, values]) => [name, values.join(', ')]));
  return { status: result.data.statusCode, headers, body: result.data.body };
}

function plain(status: number, body: string): WebTriggerAnswer {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body };
}
