import { z } from 'zod';
import { parseDuration } from './duration';
import { seededRandom } from './random';

const share = z.number().min(0).max(1);
const duration = z.string().transform((text, context) => {
  try {
    return parseDuration(text);
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) });
    return z.NEVER;
  }
});

const faultSettingsSchema = z.strictObject({
  seed: z.number().int().default(1),
  duplicate: share.default(0),
  delay: z.strictObject({ share, max: duration }).default({ share: 0, max: 0 }),
  reorder: share.default(0),
  drop: share.default(0),
  http: z.strictObject({ '429': share.default(0), '500': share.default(0) }).default({ '429': 0, '500': 0 }),
  kill: share.default(0),
  database: z.literal('stop').optional(),
  functions: z.literal('fail').optional(),
});

/** What goes wrong on demand: the body of `POST /sandbox/faults`, durations in milliseconds. */
export type FaultSettings = z.infer<typeof faultSettingsSchema>;

/** When copies of an event arrive, in milliseconds after the ordinary moment; an empty list is a dropped event. */
export type DeliveryPlan = readonly number[];

export interface Faults {
  settings(): FaultSettings;
  /** Replaces all settings; the random numbers start again from the seed. Throws a sentence for what it does not know. */
  set(input: unknown): void;
  planDelivery(): DeliveryPlan;
  /** Status to answer the app's next REST call with, or null to let it through. */
  httpStatus(): 429 | 500 | null;
  /** The platform call at which the next invocation is cut, counted from 1, or null to let it live. */
  killAtCall(): number | null;
}

/** An event that changes places with its neighbours is late by up to this. */
const reorderMilliseconds = 400;
/** The gap between the two copies of a duplicated event. */
const duplicateMilliseconds = 2_000;
const killWithinCalls = 6;

export function createFaults(initial: unknown = {}): Faults {
  let settings = parseFaults(initial);
  let random = seededRandom(settings.seed);
  const strikes = (probability: number): boolean => probability > 0 && random() < probability;
  return {
    settings: () => settings,
    set(input) {
      settings = parseFaults(input);
      random = seededRandom(settings.seed);
    },
    planDelivery() {
      if (strikes(settings.drop)) return [];
      const late = strikes(settings.delay.share) ? random() * settings.delay.max : 0;
      const shuffled = strikes(settings.reorder) ? random() * reorderMilliseconds : 0;
      const first = Math.round(late + shuffled);
      return strikes(settings.duplicate) ? [first, first + Math.round(random() * duplicateMilliseconds)] : [first];
    },
    httpStatus() {
      if (strikes(settings.http[429])) return 429;
      return strikes(settings.http[500]) ? 500 : null;
    },
    killAtCall: () => (strikes(settings.kill) ? 1 + Math.floor(random() * killWithinCalls) : null),
  };
}

function parseFaults(input: unknown): FaultSettings {
  const parsed = faultSettingsSchema.safeParse(input);
  if (!parsed.success) throw new RangeError(z.prettifyError(parsed.error));
  return parsed.data;
}
