import type { UiModule } from '../forge/forge';
import { findModule } from './app-modules';
import { fieldsSchema } from './jira-answers';
import type { PageContext } from './page-context';

/** One of the app's custom fields as it stands on the site. */
export interface AppField {
  readonly id: string;
  readonly name: string;
  readonly moduleKey: string;
  readonly type: string;
  /** The app's own editor (`edit.resource`), or null where Jira's plain input serves. */
  readonly editor: UiModule | null;
}

/** Keys of Forge fields: `<app>__<environment>__static__<module key>` (docs/platform.md F.20). */
const keyPattern = /__static__(.+)$/;

export async function appFields({ jira, parts }: PageContext): Promise<readonly AppField[]> {
  const fields = await jira.read(fieldsSchema, '/rest/api/3/field');
  return fields.flatMap(({ id, key, name, schema }) => {
    const moduleKey = keyPattern.exec(key ?? '')?.[1];
    if (moduleKey === undefined) return [];
    return [{ id, name, moduleKey, type: schema?.type ?? 'string', editor: findModule(parts.forge, moduleKey, 'edit') ?? null }];
  });
}
