import type { Forge, UiModule } from '../forge/forge';

/** The use of a module's page where it has several (`view`, `edit`, `create`); null for its own page. */
export type EntryPoint = 'view' | 'edit' | 'create' | null;

const entryPointOf = (module: UiModule): unknown => module.manifest['entryPoint'] ?? null;

/** The page of one module for one use; rule and field pages fall back on the page without a use. */
export function findModule(forge: Forge, moduleKey: string, entryPoint: EntryPoint): UiModule | undefined {
  const own = forge.uiModules.filter((module) => module.key === moduleKey);
  return own.find((module) => entryPointOf(module) === entryPoint) ?? own.find((module) => entryPointOf(module) === null);
}

/** The first module of a type, e.g. `jira:projectPage`. */
export const moduleOfType = (forge: Forge, type: string): UiModule | undefined =>
  forge.uiModules.find((module) => module.type === type);

/** Segment under `/app-resource/` that stands for a module's page. */
export function resourceSegment(module: UiModule): string {
  const entryPoint = entryPointOf(module);
  return encodeURIComponent(typeof entryPoint === 'string' ? `${module.key}:${entryPoint}` : module.key);
}

export const resourcePath = (module: UiModule): string => `/app-resource/${resourceSegment(module)}/${module.resource.file}`;

/** A page that the manifest lists under `pages` or `sections[].pages` of a `jira:projectPage` (docs/platform.md A.8). */
export interface SubPage {
  readonly title: string;
  readonly route: string;
  readonly section: string | null;
}

const textOr = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise);
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function pagesIn(value: unknown, section: string | null): readonly SubPage[] {
  return (Array.isArray(value) ? value : []).flatMap((page: unknown) =>
    isRecord(page) && typeof page['route'] === 'string'
      ? [{ title: textOr(page['title'], page['route']), route: page['route'], section }]
      : [],
  );
}

export function subPagesOf(module: UiModule): readonly SubPage[] {
  const sections: readonly unknown[] = Array.isArray(module.manifest['sections']) ? module.manifest['sections'] : [];
  const inSections = sections.flatMap((section) =>
    isRecord(section) ? pagesIn(section['pages'], textOr(section['header'], '')) : [],
  );
  return [...pagesIn(module.manifest['pages'], null), ...inSections];
}
