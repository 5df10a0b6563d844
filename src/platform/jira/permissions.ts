import { route } from '@forge/api';
import { z } from 'zod';
import { between, day, minute } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import { readKey, writeFleeting, writeKey } from '../key-value';
import { ok } from './outcome';
import { askJira } from './request';
import type { JiraOutcome } from './outcome';

/** Project permissions of the app, by the keys of their modules in the manifest. */
const appPermissions = ['override-gates', 'lift-holds', 'approve-deferrals'] as const;
export type AppPermission = (typeof appPermissions)[number];
/** Under which key the site knows each of them; null where it does not (yet). */
export type AppPermissionKeys = Readonly<Record<AppPermission, string | null>>;
export type AppPermissionFlags = Readonly<Record<AppPermission, boolean>>;

const siteKey = 'permission-keys';
const key = z.string().nullable();
const keysSchema = z.object({
  at: z.string(),
  keys: z.object({ 'override-gates': key, 'lift-holds': key, 'approve-deferrals': key }),
});
/** How long keys are believed where all are there, and where one is missing: the app may have been updated a moment ago. */
const keysLife = { whole: day, lacking: 2 * minute };

/** The site's keys of the app's permissions: GET /rest/api/3/permissions, at most once a day. A key ends with that of its module. */
export async function appPermissionKeys(now: Instant): Promise<JiraOutcome<AppPermissionKeys>> {
  const cached = keysSchema.safeParse(await readKey(siteKey));
  if (cached.success) {
    const whole = appPermissions.every((name) => cached.data.keys[name] !== null);
    if (Math.abs(between(cached.data.at, now)) < (whole ? keysLife.whole : keysLife.lacking)) return ok(cached.data.keys);
  }
  const schema = z.object({ permissions: z.record(z.string(), z.unknown()) });
  const answer = await askJira({ as: 'app', method: 'GET', path: route`/rest/api/3/permissions` }, schema);
  if (answer.kind !== 'ok') return answer;
  const known = Object.keys(answer.value.permissions);
  const keyOf = (name: AppPermission) => known.find((candidate) => new RegExp(`[/_:]${name}$`).test(candidate)) ?? null;
  const keys = {
    'override-gates': keyOf('override-gates'),
    'lift-holds': keyOf('lift-holds'),
    'approve-deferrals': keyOf('approve-deferrals'),
  };
  await writeKey(siteKey, { at: now, keys });
  return ok(keys);
}

/** What the person at the screen may do in a project. */
export interface ViewerPermissions {
  readonly browse: boolean;
  readonly administer: boolean;
  readonly own: AppPermissionFlags;
}

const nothing: ViewerPermissions = {
  browse: false,
  administer: false,
  own: { 'override-gates': false, 'lift-holds': false, 'approve-deferrals': false },
};

/** All in one request: GET /rest/api/3/mypermissions. A project that the person may not know gives nothing. */
export async function viewerPermissions(projectId: string, keys: AppPermissionKeys): Promise<JiraOutcome<ViewerPermissions>> {
  const named = ['BROWSE_PROJECTS', 'ADMINISTER_PROJECTS', ...appPermissions.flatMap((name) => keys[name] ?? [])].join(',');
  const path = route`/rest/api/3/mypermissions?projectId=${projectId}&permissions=${named}`;
  const schema = z.object({ permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })) });
  const answer = await askJira({ as: 'viewer', method: 'GET', path }, schema);
  if (answer.kind === 'gone' || answer.kind === 'refused') return ok(nothing);
  if (answer.kind !== 'ok') return answer;
  const has = (name: string | null) => name !== null && answer.value.permissions[name]?.havePermission === true;
  return ok({
    browse: has('BROWSE_PROJECTS'),
    administer: has('ADMINISTER_PROJECTS'),
    own: each((name) => has(keys[name])),
  });
}

function each(flag: (name: AppPermission) => boolean): AppPermissionFlags {
  return {
    'override-gates': flag('override-gates'),
    'lift-holds': flag('lift-holds'),
    'approve-deferrals': flag('approve-deferrals'),
  };
}

const grantsLife = 5 * minute;
const grantsSchema = z.object({
  at: z.string(),
  granted: z.object({ 'override-gates': z.boolean(), 'lift-holds': z.boolean(), 'approve-deferrals': z.boolean() }),
});

/**
 * Which of the app's permissions were granted to anybody in a project, believed for five minutes: GET
 * /rest/api/3/project/{id}/permissionscheme as the app.
 */
export async function grantedPermissions(
  projectId: string,
  keys: AppPermissionKeys,
  now: Instant,
): Promise<JiraOutcome<AppPermissionFlags>> {
  const cacheKey = `grants:${projectId}`;
  const cached = grantsSchema.safeParse(await readKey(cacheKey));
  if (cached.success && Math.abs(between(cached.data.at, now)) < grantsLife) return ok(cached.data.granted);
  const path = route`/rest/api/3/project/${projectId}/permissionscheme?expand=permissions`;
  const schema = z.object({ permissions: z.array(z.object({ permission: z.string() })).default([]) });
  const answer = await askJira({ as: 'app', method: 'GET', path }, schema);
  if (answer.kind !== 'ok') return answer;
  const held = new Set(answer.value.permissions.map(({ permission }) => permission));
  const granted = each((name) => held.has(keys[name] ?? ''));
  await writeFleeting(cacheKey, { at: now, granted }, grantsLife / 1000);
  return ok(granted);
}
