import { z } from 'zod';
import { jiraIdSchema } from './project';
import { stageKeySchema } from './screen';

/** Of all projects, or from every status. */
export const anyOne = 'any';
const idOrAny = z.union([jiraIdSchema, z.literal(anyOne)]);

/** Fields that a change of status may ask for. */
export const mapFields = [
  'severity',
  'tier',
  'users-affected',
  'workaround',
  'detected-in',
  'assignee',
  'component',
  'fix-version',
  'affected-version',
] as const;

export const mapNeedSchema = z.discriminatedUnion('kind', [
  /** The gate of a stage lets each of its fix versions in. */
  z.object({ kind: z.literal('gate'), stage: stageKeySchema }),
  /** Its fix is deployed to a stage. */
  z.object({ kind: z.literal('deployed'), stage: stageKeySchema }),
  /** Its fix was shown to hold in a stage. */
  z.object({ kind: z.literal('verified'), stage: stageKeySchema }),
  z.object({ kind: z.literal('field'), field: z.enum(mapFields) }),
]);
export type MapNeed = z.infer<typeof mapNeedSchema>;

const status = jiraIdSchema;

export const mapRowSchema = z.object({
  project: idOrAny,
  from: idOrAny,
  to: status,
  needs: z.array(mapNeedSchema).min(1, 'Ask for at least one thing.').max(12, 'At most 12 things.'),
});
export type MapRow = z.infer<typeof mapRowSchema>;

export const autoMoveSchema = z.object({
  project: idOrAny,
  on: z.enum(['deployed', 'verified']),
  stage: stageKeySchema,
  from: status,
  to: status,
});
export type AutoMove = z.infer<typeof autoMoveSchema>;

/** What a change of a defect's status needs, and which changes Holdpoint makes by itself. Statuses are known by their ids in Jira. */
export const transitionMapSchema = z
  .object({
    rows: z.array(mapRowSchema).max(200, 'At most 200 changes of status.'),
    moves: z.array(autoMoveSchema).max(100, 'At most 100 automatic moves.'),
  })
  .prefault({ rows: [], moves: [] });

/** Releases past their gate. */
export const breachSettingsSchema = z
  .object({
    /** Ids of projects in which Holdpoint takes such a release back in Jira. */
    takeBack: z.array(jiraIdSchema).max(1000),
  })
  .prefault({ takeBack: [] });

/** Statuses for the editor of the map. */
export const transitionMapCalls = {
  statusChoices: {
    request: z.object({}),
    view: z.object({ statuses: z.array(z.object({ id: z.string(), name: z.string(), category: z.string() })) }),
  },
} as const;
