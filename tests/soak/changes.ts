import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { RunningSandbox } from '../running-sandbox';
import type { KnownDefect } from './truth';

/** Numbers from 0 up to, not including, 1; the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const severities = ['S1', 'S2', 'S2', 'S3', 'S3', 'S3', 'S4', null];
const tiers = ['enterprise', 'standard', 'standard', 'trial', null];
const people = ['dev', 'qa', 'ops', 'lead'] as const;

const named = z.array(z.looseObject({ id: z.string(), name: z.string() }));
const found = z.object({
  issues: z.array(z.object({ id: z.string(), key: z.string(), fields: z.looseObject({}) })),
  nextPageToken: z.string().nullish(),
});
const fieldsSchema = z.looseObject({
  created: z.string(),
  status: z.object({ statusCategory: z.object({ key: z.string() }) }),
  fixVersions: z.array(z.object({ id: z.string() })),
});

/** Changes a project's defects over REST, as people do, and knows at any moment how each of them stands. */
export class Changes {
  readonly defects = new Map<string, KnownDefect>();
  made = 0;

  private constructor(
    private readonly sandbox: RunningSandbox,
    private readonly random: () => number,
    private readonly versionIds: readonly string[],
    private readonly severityField: string,
    private readonly tierField: string,
  ) {}

  static async of(sandbox: RunningSandbox, seed: number, versionIds: readonly string[]): Promise<Changes> {
    const fields = named.parse((await sandbox.rest('dev', 'GET', '/rest/api/3/field')).body);
    const idOf = (name: string) => fields.find((field) => field.name === name)?.id ?? '';
    const changes = new Changes(sandbox, randomOf(seed), versionIds, idOf('Defect severity'), idOf('Customer tier'));
    await changes.readAll();
    return changes;
  }

  private async readAll(): Promise<void> {
    let token: string | null | undefined;
    do {
      const { body } = await this.sandbox.rest('admin', 'POST', '/rest/api/3/search/jql', {
        jql: 'project = SHOP AND issuetype = Bug ORDER BY id',
        fields: ['created', 'status', 'fixVersions', this.severityField, this.tierField],
        maxResults: 100,
        ...(token ? { nextPageToken: token } : {}),
      });
      const page = found.parse(body);
      for (const { id, key, fields } of page.issues) this.defects.set(id, this.known(id, key, fields));
      token = page.nextPageToken;
    } while (token);
  }

  private known(id: string, key: string, fields: unknown): KnownDefect {
    const parsed = fieldsSchema.parse(fields);
    const text = (value: unknown) => (typeof value === 'string' ? value : null);
    return {
      ...{ id, key, open: parsed.status.statusCategory.key !== 'done' },
      severity: text(parsed[this.severityField]),
      tier: text(parsed[this.tierField]),
      fixVersionIds: parsed.fixVersions.map((version) => version.id),
      createdAt: new Date(parsed.created.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')).toISOString(),
    };
  }

  private pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.random() * items.length)];
    if (item === undefined) throw new Error('There is nothing to pick from.');
    return item;
  }

  /**
   * Makes up to `most` changes at once, each to another defect, as many people do.
   * @returns the defects that stood the same before, after and at every moment in between, in whatever order Jira took the changes
   */
  async makeSome(most: number): Promise<KnownDefect[]> {
    const before = new Map([...this.defects].map(([id, defect]) => [id, { ...defect }]));
    const all = [...this.defects.values()];
    const chosen = new Set(Array.from({ length: most }, () => this.pick(all)));
    await Promise.all([...chosen].map((defect) => this.makeOne(defect)));
    return [...this.defects.values()].filter((defect) => isDeepStrictEqual(defect, before.get(defect.id)));
  }

  /** @returns false where it was not possible just now */
  private async makeOne(defect: KnownDefect): Promise<boolean> {
    const lot = this.random();
    if (lot < 0.03) return this.create();
    if (lot < 0.05) return this.remove(defect);
    if (lot < 0.45) return this.transition(defect);
    if (lot < 0.6) return this.edit(defect, { [this.severityField]: (defect.severity = this.pick(severities)) });
    if (lot < 0.68) return this.edit(defect, { [this.tierField]: (defect.tier = this.pick(tiers)) });
    if (lot < 0.85) {
      defect.fixVersionIds = this.random() < 0.2 ? [] : [this.pick(this.versionIds)];
      return this.edit(defect, { fixVersions: defect.fixVersionIds.map((id) => ({ id })) });
    }
    return this.edit(defect, { summary: `Checkout fails, seen ${this.made} times` });
  }

  private async edit({ id }: KnownDefect, fields: Record<string, unknown>): Promise<boolean> {
    return this.done(await this.sandbox.rest(this.pick(people), 'PUT', `/rest/api/3/issue/${id}`, { fields }), 204);
  }

  private async transition(defect: KnownDefect): Promise<boolean> {
    const offered = await this.sandbox.rest('lead', 'GET', `/rest/api/3/issue/${defect.id}/transitions`);
    const { transitions } = z
      .object({
        transitions: z.array(z.object({ id: z.string(), to: z.object({ statusCategory: z.object({ key: z.string() }) }) })),
      })
      .parse(offered.body);
    if (transitions.length === 0) return false;
    const { id, to } = this.pick(transitions);
    const answer = await this.sandbox.rest('lead', 'POST', `/rest/api/3/issue/${defect.id}/transitions`, { transition: { id } });
    defect.open = to.statusCategory.key !== 'done';
    return this.done(answer, 204);
  }

  private async create(): Promise<boolean> {
    const [severity, tier, versionId] = [this.pick(severities), this.pick(tiers), this.pick(this.versionIds)];
    const answer = await this.sandbox.rest(this.pick(people), 'POST', '/rest/api/3/issue', {
      fields: {
        project: { key: 'SHOP' },
        issuetype: { name: 'Bug' },
        summary: 'Checkout refuses every card',
        fixVersions: [{ id: versionId }],
        ...(severity === null ? {} : { [this.severityField]: severity }),
        ...(tier === null ? {} : { [this.tierField]: tier }),
      },
    });
    const { id, key } = z.object({ id: z.string(), key: z.string() }).parse(answer.body);
    const { now } = z.object({ now: z.string() }).parse(await this.sandbox.control('clock'));
    this.defects.set(id, { id, key, open: true, severity, tier, fixVersionIds: [versionId], createdAt: now });
    return this.done(answer, 201);
  }

  private async remove({ id }: KnownDefect): Promise<boolean> {
    const answer = await this.sandbox.rest('admin', 'DELETE', `/rest/api/3/issue/${id}`);
    this.defects.delete(id);
    return this.done(answer, 204);
  }

  private done({ status, body }: { status: number; body: unknown }, wanted: number): boolean {
    if (status !== wanted) throw new Error(`Jira answered ${status} instead of ${wanted}: ${JSON.stringify(body)}`);
    this.made += 1;
    return true;
  }
}
