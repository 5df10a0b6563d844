import { z } from 'zod';
import { panelRequestSchema } from './panel';

const stepSchema = z.object({
  /** E.g. `the lead of the project`. */
  whom: z.string(),
  /** Names of those who are told, where the viewer may look them up. */
  names: z.array(z.string()),
  at: z.string(),
  /** Working time from now on; 0 once it is reached. */
  inMinutes: z.number(),
});

/** Who owns a defect now: one line of the panel. */
export const ownershipViewSchema = z.object({
  now: z.string(),
  /** Null for a defect that is done, and where nobody is known, not even a lead of the project. */
  owner: z
    .object({
      accountId: z.string(),
      /** Null where the viewer may not look people up. */
      name: z.string().nullable(),
      /** Reads on after the name, e.g. `on the rota of Payments this week`. */
      why: z.string(),
      /** When it will be somebody else; null where that isn't planned for the next weeks. */
      until: z.string().nullable(),
    })
    .nullable(),
  /** Who was told last because nobody decides, and who is told next; null where nobody was or is. */
  reached: stepSchema.nullable(),
  next: stepSchema.nullable(),
});
export type OwnershipView = z.infer<typeof ownershipViewSchema>;

const turnSchema = z.object({
  /** Account ids; null where nobody on the rota can be asked. */
  now: z.string().nullable(),
  /** Whether it is somebody other than whose turn it is. */
  standsIn: z.boolean(),
  until: z.string().nullable(),
  next: z.string().nullable(),
});

/** Whose turn it would be on rotas as the settings screen has them. */
export const rotaPreviewViewSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('invalid') }),
  z.object({
    kind: z.literal('preview'),
    now: z.string(),
    /** In the order of the rotas. */
    rotas: z.array(turnSchema),
    defaultRota: turnSchema.nullable(),
    /** Account ids that have no active account. */
    inactive: z.array(z.string()),
  }),
]);
export type RotaPreview = Extract<z.infer<typeof rotaPreviewViewSchema>, { kind: 'preview' }>;

export const ownershipCalls = {
  ownership: { request: panelRequestSchema, view: ownershipViewSchema },
  /** For Jira admins. */
  previewRotas: { request: z.object({ ownership: z.unknown() }), view: rotaPreviewViewSchema },
} as const;
