import { z } from 'zod';
import { versionsOf } from '../site/find';
import { fieldErrors } from './refusal';
import type { Call } from './route';
import type { Version } from '../model';

/** In bytes (docs/platform.md B.7). */
const LONGEST_DESCRIPTION = 16_384;

const day = z
  .union([z.literal(''), z.iso.date('must be a date like 2026-11-02')])
  .nullable()
  .optional();

/** Details of a version, to create or to change one. */
export const versionBody = z.strictObject({
  name: z.string().optional(),
  description: z.string().nullable().optional(),
  id: z.string().optional(),
  self: z.string().optional(),
  archived: z.boolean().optional(),
  released: z.boolean().optional(),
  startDate: day,
  releaseDate: day,
  projectId: z.number().int().optional(),
  project: z.string().optional(),
  moveUnfixedIssuesTo: z.string().optional(),
});

type VersionBody = z.infer<typeof versionBody>;

/** Refuses what Jira refuses of a version's details, field by field. */
export function checkDetails(call: Call, details: VersionBody, projectId: string, own: Version | null): void {
  const { name, description, startDate, releaseDate } = details;
  if (name !== undefined) {
    const taken = versionsOf(call.site, projectId).some((version) => version.id !== own?.id && version.name === name.trim());
    if (taken) throw fieldErrors({ name: 'A version with this name already exists in this project.' });
    if (name.trim() === '') throw fieldErrors({ name: 'You must specify a valid version name' });
    if (name.length > 255) throw fieldErrors({ name: 'The version name is too long. It must be 255 characters or less.' });
  }
  if (Buffer.byteLength(description ?? '') > LONGEST_DESCRIPTION) {
    throw fieldErrors({ description: `The version description is too long. It must be ${LONGEST_DESCRIPTION} bytes or less.` });
  }
  const start = startDate === undefined ? own?.startDate : startDate;
  const release = releaseDate === undefined ? own?.releaseDate : releaseDate;
  if (start && release && start > release) {
    throw fieldErrors({ startDate: 'Start date must be before the release date.' });
  }
}

/** A date that a form gives, leaves as it is (undefined) or empties ('' or null). */
export const dayOr = (value: string | null | undefined, otherwise: string | null) =>
  value === undefined ? otherwise : value === '' ? null : value;
