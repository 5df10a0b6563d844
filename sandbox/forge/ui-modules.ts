import { z } from 'zod';
import type { UiModule } from './forge';
import type { Manifest } from './manifest';

const pageSchema = z.looseObject({ resource: z.string(), resolver: z.looseObject({ function: z.string() }).optional() });
const keyedSchema = z.looseObject({
  key: z.string(),
  title: z.string().optional(),
  name: z.string().optional(),
  resolver: z.looseObject({ function: z.string() }).optional(),
});
/** Places inside a module that may bring a page of their own: a field's editor, a rule's configuration. */
const parts = ['view', 'edit', 'create'] as const;

/**
 * Every module with a Custom UI page. A module with pages for several uses (`view`, `edit`, `create`) appears once for each, its
 * `manifest` naming the use as `entryPoint`, as the iframe's context does.
 */
export function uiModulesOf(manifest: Manifest): readonly UiModule[] {
  return Object.entries(manifest.modules).flatMap(([type, modules]) =>
    Array.isArray(modules) ? modules.flatMap((module) => pagesOf(manifest, type, module)) : [],
  );
}

function pagesOf(manifest: Manifest, type: string, module: unknown): readonly UiModule[] {
  const keyed = keyedSchema.safeParse(module);
  if (!keyed.success) return [];
  const own = [{ entryPoint: null, page: pageSchema.safeParse(module) }];
  const inParts = parts.map((part) => ({ entryPoint: part, page: pageSchema.safeParse(keyed.data[part]) }));
  return [...own, ...inParts].flatMap(({ entryPoint, page }) => {
    if (!page.success) return [];
    const resolver = page.data.resolver ?? keyed.data.resolver;
    return {
      type,
      key: keyed.data.key,
      title: keyed.data.title ?? keyed.data.name ?? keyed.data.key,
      resource: findResource(manifest, page.data.resource),
      resolverFunctionKey: resolver?.function ?? null,
      manifest: { ...keyed.data, ...(entryPoint === null ? {} : { entryPoint }) },
    };
  });
}

/** `resource: app/panel` is the entry `panel` of the resource `app`; without an entry a resource's page is index.html. */
function findResource(manifest: Manifest, reference: string): UiModule['resource'] {
  const [key = reference, entry] = reference.split('/');
  const resource = manifest.resources.find((candidate) => candidate.key === key);
  if (!resource) throw new Error(`manifest.yml names the resource "${reference}", but declares no resource "${key}".`);
  const file = entry === undefined ? 'index.html' : resource.entry?.[entry];
  if (file === undefined)
    throw new Error(`manifest.yml names the resource "${reference}", but "${key}" has no entry "${entry}".`);
  return { key: reference, directory: resource.path, file };
}
