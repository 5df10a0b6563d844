import { z } from 'zod';
import { bridgeCalls, type BridgeCall } from '../../src/contracts/bridge';
import type { Settings } from '../../src/contracts/settings';
import { Pipeline } from '../pipeline';
import type { Person, RunningSandbox } from '../running-sandbox';

const settingsPage = { moduleKey: 'holdpoint-settings' };
const shop = { moduleKey: 'holdpoint-project', projectKey: 'SHOP' };
const idSchema = z.object({ id: z.coerce.string() });

/** The demo site, on which scenes are set by what a team would do: in Jira, on the app's own screens, and in its pipeline. */
export class Stage {
  private constructor(
    readonly sandbox: RunningSandbox,
    readonly projectId: string,
    /** The settings as they were before any scene. */
    private readonly asTheyWere: Settings,
    private readonly fields: ReadonlyMap<string, string>,
  ) {}

  static async of(sandbox: RunningSandbox): Promise<Stage> {
    const { id } = idSchema.parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP')).body);
    const { settings } = await sandbox.screen('admin', settingsPage, 'settings', bridgeCalls.settings.view, {});
    const named = z.array(z.looseObject({ id: z.string(), name: z.string() }));
    const all = named.parse((await sandbox.rest('dev', 'GET', '/rest/api/3/field')).body);
    return new Stage(sandbox, id, settings, new Map(all.map((field) => [field.name, field.id])));
  }

  /** A call as a screen of the project makes it. @throws where the app refuses it */
  async act<View extends z.ZodType>(who: Person, call: BridgeCall, view: View, payload: Record<string, unknown>) {
    const answer = await this.ask(who, call, view, payload);
    const { kind } = z.looseObject({ kind: z.string() }).parse(answer);
    if (kind !== 'done' && kind !== 'saved') throw new Error(`${call} answered ${JSON.stringify(answer)}`);
    await this.sandbox.settle();
    return answer;
  }

  /** What a screen of the project reads. */
  async ask<View extends z.ZodType>(who: Person, call: BridgeCall, view: View, payload: Record<string, unknown>) {
    return this.sandbox.screen(who, shop, call, view, { projectId: this.projectId, ...payload });
  }

  /** Saves the settings with what a scene needs. */
  async settings(change: (settings: Settings) => Settings): Promise<void> {
    const { revision } = await this.sandbox.screen('admin', settingsPage, 'settings', bridgeCalls.settings.view, {});
    const payload = { settings: change(this.asTheyWere), revision };
    await this.act('admin', 'saveSettings', bridgeCalls.saveSettings.view, payload);
  }

  /** Puts the settings back, so that no scene is seen in another one. */
  async strike(): Promise<void> {
    const { settings } = await this.sandbox.screen('admin', settingsPage, 'settings', bridgeCalls.settings.view, {});
    if (JSON.stringify(settings) !== JSON.stringify(this.asTheyWere)) await this.settings((before) => before);
  }

  /** A new release of a project of the site. @returns its id */
  async release(name: string, releaseDate: string, projectId = this.projectId): Promise<string> {
    const fields = { name, releaseDate, projectId: Number(projectId) };
    const { id } = idSchema.parse((await this.sandbox.rest('admin', 'POST', '/rest/api/3/version', fields)).body);
    await this.sandbox.settle();
    return id;
  }

  /** A new issue of the project, by the names of its custom fields. */
  async issue(
    who: Person,
    type: string,
    fields: Record<string, unknown>,
    custom: Record<string, string> = {},
  ): Promise<{ id: string; key: string }> {
    const made = await this.sandbox.rest(who, 'POST', '/rest/api/3/issue', {
      fields: { project: { key: 'SHOP' }, issuetype: { name: type }, ...fields, ...this.named(custom) },
    });
    await this.sandbox.settle();
    return z.object({ id: z.string(), key: z.string() }).parse(made.body);
  }

  async edit(key: string, fields: Record<string, unknown>, custom: Record<string, string> = {}): Promise<void> {
    const body = { fields: { ...fields, ...this.named(custom) } };
    const { status } = await this.sandbox.rest('qa', 'PUT', `/rest/api/3/issue/${key}`, body);
    if (status !== 204) throw new Error(`Changing ${key} answered ${status}.`);
    await this.sandbox.settle();
  }

  /** Custom fields by the ids that this site gave them. */
  private named(custom: Readonly<Record<string, string>>): Record<string, string> {
    return Object.fromEntries(Object.entries(custom).map(([name, value]) => [this.fields.get(name) ?? name, value] as const));
  }

  /** A pipeline tells something. */
  async tell(trigger: string, payload: Record<string, unknown>): Promise<void> {
    const pipeline = new Pipeline(this.sandbox);
    const sent = await pipeline.send(trigger, { ...(await pipeline.envelope()), service: 'shop', ...payload });
    if (sent.status !== 202) throw new Error(`${trigger} answered ${sent.status}: ${sent.text}`);
    await this.sandbox.settle();
  }
}

/** The address of a page of the project. */
export const pageOf = (route: string): string => `/projects/SHOP/apps/holdpoint/${route}`;
export const settingsPath = '/settings/apps/holdpoint';
