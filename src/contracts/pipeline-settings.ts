import { z } from 'zod';
import { severitySchema } from './screen';

const line = (most: number) => z.string().trim().min(1, 'It must not be empty.').max(most, `At most ${most} characters.`);
const whole = (least: number, most: number) =>
  z.number().int('Use a whole number.').min(least, `At least ${least}.`).max(most, `At most ${most}.`);

/** When failed tests become defects. */
export const failurePolicySchema = z.object({
  file: z.boolean(),
  /** A defect once it failed in `failed` of the last `of` runs of its suite and environment. */
  after: z
    .object({ failed: whole(1, 50), of: whole(1, 50) })
    .refine(({ failed, of }) => failed <= of, { message: 'It cannot fail more often than it ran.', path: ['failed'] }),
  flaky: z.object({
    rate: z.number().min(0, 'A share is 0 % at least.').max(1, 'A share is 100 % at most.'),
    over: whole(1, 100),
    atLeast: whole(1, 100),
  }),
  greenRuns: whole(1, 100),
  fuse: whole(1, 500),
  known: z
    .array(
      z.object({
        match: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('fingerprint'), fingerprint: line(100) }),
          z.object({ kind: z.literal('text'), text: line(300) }),
        ]),
        reason: line(300),
        until: z.iso.datetime({ offset: true }).nullable(),
      }),
    )
    .max(200),
  /** Names of resolutions that mean that nothing was fixed. */
  notFixed: z
    .array(line(80))
    .max(30)
    .default(["Won't Do", "Won't Fix", 'Declined', 'Duplicate', 'Cannot Reproduce', 'Rejected', 'Not a Bug']),
  severity: severitySchema,
  maxSightingsKept: whole(20, 5000),
});

const maskingRulesSchema = z.object({
  secrets: z.boolean(),
  emails: z.boolean(),
  phones: z.boolean(),
  cards: z.boolean(),
  ibans: z.boolean(),
  nationalIds: z.boolean(),
  ips: z.boolean(),
  allow: z.array(line(200)).max(200),
  nationalIdPatterns: z.array(line(60)).max(50),
  words: z.array(line(100)).max(200),
});

/** What is masked before anything is stored, for every environment and for some of them apart. */
export const maskingSettingsSchema = z.object({
  standard: maskingRulesSchema,
  environments: z.record(line(200), maskingRulesSchema),
});

/** What commits to branches must say. */
export const commitRulesSchema = z.object({
  branches: z
    .array(
      z.object({
        branch: line(200),
        keys: z.enum(['any', 'at-least-one', 'exactly-one']),
        exists: z.boolean(),
        workTypes: z.array(line(80)).max(30),
        statuses: z.array(line(80)).max(30),
        version: z.enum(['none', 'exact', 'prefix']),
        notDeferred: z.boolean(),
        notFrozen: z.boolean(),
      }),
    )
    .max(50),
  merge: z.enum(['check', 'skip']),
  bot: z.enum(['check', 'skip']),
  revert: z.enum(['check', 'skip', 'take-over']),
  cherryPick: z.enum(['check', 'skip', 'take-over']),
  bots: z.array(line(200)).max(50),
});

/** Shows what masking would do to a text that an admin pastes. */
export const previewMaskingRequestSchema = z.object({
  text: z.string().max(50_000),
  rules: maskingRulesSchema,
});
export const maskingPreviewSchema = z.object({
  /** In order: what stays, and what is put in place of something. */
  parts: z.array(z.object({ text: z.string(), masked: z.boolean() })),
});
