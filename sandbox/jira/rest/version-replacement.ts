import { z } from 'zod';
import { deleteVersion, mergeVersion } from '../changes/change-version';
import { demand, projectOfFor, versionFor } from './find-for-call';
import { badRequest } from './refusal';
import { param, readBody } from './read-request';
import { noContent } from './route';
import type { Answer, Call, Route } from './route';
import type { Version } from '../model';

const VERSION = '/rest/api/3/version/{id}';

/** Deleting and merging versions. */
export const versionReplacement: readonly Route[] = [
  { method: 'DELETE', path: VERSION, handle: remove },
  { method: 'PUT', path: `${VERSION}/mergeto/{moveIssuesTo}`, handle: merge },
  { method: 'POST', path: `${VERSION}/removeAndSwap`, handle: removeAndSwap },
];

/** A version that the caller administers. @throws Refusal 404, as Jira answers who may not */
export function administered(call: Call, id?: string): Version {
  const version = versionFor(call, id);
  demand(call, 'ADMINISTER_PROJECTS', projectOfFor(call, version), 404, `Could not find version for id '${version.id}'`);
  return version;
}

function remove(call: Call): Answer {
  const version = administered(call);
  const other = (name: string) => sameProject(call, version, call.query.get(name));
  deleteVersion(
    call.site,
    version,
    { fixVersion: other('moveFixIssuesTo'), affectsVersion: other('moveAffectedIssuesTo') },
    call.author,
  );
  return noContent;
}

function removeAndSwap(call: Call): Answer {
  const version = administered(call);
  const id = z.number().int().optional();
  const body = readBody(call, z.strictObject({ moveFixIssuesTo: id, moveAffectedIssuesTo: id }));
  const other = (value: number | undefined) => sameProject(call, version, value === undefined ? null : String(value));
  const replacements = { fixVersion: other(body.moveFixIssuesTo), affectsVersion: other(body.moveAffectedIssuesTo) };
  deleteVersion(call.site, version, replacements, call.author);
  return noContent;
}

function merge(call: Call): Answer {
  const version = administered(call);
  const into = administered(call, param(call, 'moveIssuesTo'));
  if (into.id === version.id || into.projectId !== version.projectId) {
    throw badRequest('A version can only be merged into another version of the same project.');
  }
  mergeVersion(call.site, version, into, call.author);
  return noContent;
}

/** Another version of the same project. @throws Refusal 400 */
export function sameProject(call: Call, version: Version, id: string | null): Version | null {
  if (id === null) {
    return null;
  }
  const other = call.site.versions.get(id);
  if (other === undefined || other.projectId !== version.projectId || other.id === version.id) {
    throw badRequest(`The version with id '${id}' does not exist or is not another version of the same project.`);
  }
  return other;
}
