import { z } from 'zod';

/** A name that a person or a pipeline gave: one line, no more than 200 characters. */
export const nameSchema = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\u0000-\u001f\u007f]*$/);
export const instantSchema = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString());
const linkSchema = z.url({ protocol: /^https?$/ }).max(2000);
export const commitSchema = z
  .string()
  .regex(/^[0-9a-fA-F]{7,64}$/, 'A commit is 7 to 64 hexadecimal digits.')
  .toLowerCase();

/** What every delivery says of itself. */
export const envelope = {
  schema: z.literal(1),
  /** Idempotency key: of deliveries of one source with the same key, one counts. */
  key: nameSchema,
  /** Key of the Jira project, e.g. `SHOP`. */
  project: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9_]{1,254}$/)
    .toUpperCase(),
  /** When what it tells happened, by the sender's clock. */
  at: instantSchema,
  /** Of two deliveries about the same thing the one with the higher number is newer; where both have none, the later `at`. */
  sequence: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
};

/** What a build, a deployment or a run was made of. */
export const origin = {
  /** What is built and deployed on its own, e.g. `shop` or `checkout-api`. */
  service: nameSchema.default('default'),
  /** Name of the release (Jira version), e.g. `4.2.0`; null where it is for none. */
  version: nameSchema.nullable().default(null),
  /** Number or name of the build. */
  build: nameSchema.nullable().default(null),
  commit: commitSchema.nullable().default(null),
  branch: nameSchema.nullable().default(null),
  /** Where the pipeline shows it. */
  url: linkSchema.nullable().default(null),
};
