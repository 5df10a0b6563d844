import { z } from 'zod';
import { versionBean } from '../beans/version-bean';
import { addVersion, changeVersion, moveUnfixedIssues, moveVersion } from '../changes/change-version';
import { versionsOf } from '../site/find';
import { demand, projectFor, versionFor } from './find-for-call';
import { page } from './page';
import { badRequest, fieldErrors, notFound } from './refusal';
import { expansions, queryList, readBody } from './read-request';
import { created, ok } from './route';
import { issuesStatus } from './version-counts';
import { checkDetails, dayOr, versionBody } from './version-form';
import { administered, sameProject } from './version-replacement';
import type { Answer, Call, Route } from './route';
import type { Version } from '../model';

const VERSION = '/rest/api/3/version/{id}';
const PROJECT = '/rest/api/3/project/{projectIdOrKey}';
export const versions: readonly Route[] = [
  {
    method: 'GET',
    path: `${PROJECT}/versions`,
    handle: (call) => ok(versionsOf(call.site, projectFor(call).id).map((version) => shown(call, version))),
  },
  { method: 'GET', path: `${PROJECT}/version`, handle: (call) => ok(paginated(call)) },
  { method: 'POST', path: '/rest/api/3/version', handle: create },
  { method: 'GET', path: VERSION, handle: (call) => ok(shown(call, versionFor(call))) },
  { method: 'PUT', path: VERSION, handle: edit },
  { method: 'POST', path: `${VERSION}/move`, handle: move },
];

function shown(call: Call, version: Version): Record<string, unknown> {
  const bean = versionBean(call.site, version);
  const expand = expansions(call, ['operations']);
  return {
    ...bean,
    ...(expand.has('issuesstatus') ? { issuesStatusForFixVersion: issuesStatus(call, version) } : {}),
    ...(expand.has('approvers') ? { approvers: [] } : {}),
  };
}

function paginated(call: Call): Record<string, unknown> {
  const project = projectFor(call);
  const wanted = queryList(call, 'status');
  const query = (call.query.get('query') ?? '').toLowerCase();
  const found = versionsOf(call.site, project.id).filter(
    (version) =>
      (wanted.length === 0 || wanted.includes(statusName(version))) &&
      (version.name.toLowerCase().includes(query) || version.description.toLowerCase().includes(query)),
  );
  const ordered = sorted(found, call.query.get('orderBy') ?? 'sequence');
  return page(call, `/rest/api/3/project/${project.id}/version`, ordered, (version) => shown(call, version));
}

function statusName(version: Version): string {
  return version.archived ? 'archived' : version.released ? 'released' : 'unreleased';
}

function sorted(found: Version[], orderBy: string): Version[] {
  const descending = orderBy.startsWith('-');
  const by = orderBy.replace(/^[+-]/, '');
  const keys: Readonly<Record<string, (version: Version) => string>> = {
    name: (version) => version.name,
    description: (version) => version.description,
    startDate: (version) => version.startDate ?? '',
    releaseDate: (version) => version.releaseDate ?? '',
  };
  const key = keys[by];
  if (key === undefined && by !== 'sequence') {
    throw badRequest(`The versions cannot be ordered by '${orderBy}'.`);
  }
  const ordered = key === undefined ? found : [...found].sort((a, b) => key(a).localeCompare(key(b)));
  return descending ? [...ordered].reverse() : ordered;
}

function create(call: Call): Answer {
  const body = readBody(call, versionBody);
  const project = projectFor(call, body.projectId === undefined ? (body.project ?? '') : String(body.projectId));
  demand(call, 'ADMINISTER_PROJECTS', project, 404, `No project could be found with id '${project.id}'.`);
  if (body.name === undefined) {
    throw fieldErrors({ name: 'You must specify a valid version name' });
  }
  checkDetails(call, body, project.id, null);
  const version: Version = {
    id: call.site.nextId('version'),
    projectId: project.id,
    name: body.name.trim(),
    description: body.description ?? '',
    archived: body.archived ?? false,
    released: body.released ?? false,
    startDate: dayOr(body.startDate, null),
    releaseDate: dayOr(body.releaseDate, null),
    relatedWork: [],
  };
  addVersion(call.site, version, call.author);
  return created(shown(call, version));
}

/** Releasing with `moveUnfixedIssuesTo` moves the unresolved issues to another version first. */
function edit(call: Call): Answer {
  const before = administered(call);
  const body = readBody(call, versionBody);
  checkDetails(call, body, before.projectId, before);
  const unfixedTo = body.moveUnfixedIssuesTo;
  const target = unfixedTo === undefined ? null : sameProject(call, before, unfixedTo.slice(unfixedTo.lastIndexOf('/') + 1));
  const after: Version = {
    ...before,
    name: body.name?.trim() ?? before.name,
    description: body.description ?? before.description,
    archived: body.archived ?? before.archived,
    released: body.released ?? before.released,
    startDate: dayOr(body.startDate, before.startDate),
    releaseDate: dayOr(body.releaseDate, before.releaseDate),
  };
  if (target !== null) {
    moveUnfixedIssues(call.site, before, target, call.author);
  }
  changeVersion(call.site, before, after, call.author);
  return ok(shown(call, after));
}

function move(call: Call): Answer {
  const version = administered(call);
  const body = readBody(
    call,
    z.strictObject({ position: z.enum(['Earlier', 'Later', 'First', 'Last']).optional(), after: z.string().optional() }),
  );
  const all = versionsOf(call.site, version.projectId);
  const rest = all.filter((other) => other.id !== version.id);
  const at = newPlace(
    body,
    all.findIndex((other) => other.id === version.id),
    rest,
  );
  moveVersion(call.site, version, [...rest.slice(0, at), version, ...rest.slice(at)], call.author);
  return ok(shown(call, version));
}

function newPlace(
  body: { position?: string | undefined; after?: string | undefined },
  place: number,
  rest: readonly Version[],
): number {
  if (body.after !== undefined) {
    const id = body.after.slice(body.after.lastIndexOf('/') + 1);
    const index = rest.findIndex((version) => version.id === id);
    if (index < 0) throw notFound(`Could not find version for id '${id}'`);
    return index + 1;
  }
  switch (body.position) {
    case 'First':
      return 0;
    case 'Last':
      return rest.length;
    case 'Earlier':
      return Math.max(place - 1, 0);
    case 'Later':
      return Math.min(place + 1, rest.length);
    default:
      throw badRequest("Either 'position' or 'after' must be given.");
  }
}
