import { z } from 'zod';
import { holdActs, holdCauses } from '../gates';
import type { Hold } from '../gates';
import { analysisStates } from '../governance';
import { severities } from '../kernel/severity';
import { verdictStates } from '../kernel/verdict';

const instant = z.string();
const severity = z.enum(severities).nullable();
const reference = z.object({
  p50: z.number().nullable(),
  p85: z.number().nullable(),
  p95: z.number().nullable(),
  restsOn: z.number(),
});
const rate = z.object({
  counts: z.object({ before: z.number(), users: z.number(), untold: z.number(), earlier: z.number(), late: z.number() }),
  found: z.number(),
  escaped: z.number(),
  rate: z.object({ value: z.number(), lower: z.number(), upper: z.number() }).nullable(),
});
const counts = z.object({ S1: z.number(), S2: z.number(), S3: z.number(), S4: z.number() });
const mapOf = <Value extends z.ZodType>(value: Value) =>
  z.record(z.string(), value).transform((members) => new Map(Object.entries(members)));

const build = z.object({
  ...{ service: z.string(), build: z.string(), at: instant, branch: z.string().nullable(), changes: z.number() },
  migrations: z.enum(['none', 'reversible', 'irreversible']).nullable(),
});
/** Holds are kept without what people wrote; only standing ones are known to a gate. */
const hold = z
  .object({
    ...{ id: z.string(), stages: z.array(z.string()).nullable(), cause: z.enum(holdCauses) },
    lifters: z.union([z.literal(1), z.literal(2)]),
    events: z.array(z.object({ act: z.enum(holdActs), at: instant })),
  })
  .transform(({ events, ...kept }): Hold => ({
    ...kept,
    ...{ state: 'standing', owner: null, line: null, projectId: '', version: { id: '', name: '' } },
    events: events.map((event) => ({ ...event, who: null, because: '' })),
  }));
const deferral = z.object({
  ...{ state: z.enum(['requested', 'approved']), expiresAt: instant },
  approver: z.object({ isKnown: z.boolean(), isAssignee: z.boolean() }).nullable(),
});
const standing = z.object({
  ...{ stage: z.string(), service: z.string(), version: z.string().nullable(), build: z.string().nullable() },
  ...{ commit: z.string().nullable(), at: instant, isRelease: z.boolean(), live: z.boolean() },
});
const run = z.object({
  ...{ stage: z.string(), service: z.string(), suite: z.string(), build: z.string().nullable(), at: instant, green: z.boolean() },
});

const say = z.object({ state: z.enum(verdictStates), because: z.string().nullable(), until: instant });

function piece<Kept extends z.ZodType>(facts: Kept) {
  return z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('known'), facts, at: instant.nullable().exactOptional() }),
      z.object({ kind: z.literal('missing'), because: z.string() }),
    ])
    .exactOptional();
}

/** The kinds of evidence that an entry keeps, as they were. One that is not told here is not known when a verdict is judged again. */
export const keptFactsSchema = z.object({
  holds: piece(z.array(hold)),
  scores: piece(mapOf(z.number())),
  aging: piece(z.object({ S1: reference, S2: reference, S3: reference, S4: reference })),
  escapes: piece(
    z
      .object({
        ...{ versionName: z.string(), daysSince: z.number(), analysis: z.enum(analysisStates).nullable() },
        rates: z.object({ 30: rate, 90: rate }),
      })
      .nullable(),
  ),
  deferrals: piece(mapOf(deferral)),
  freeze: piece(
    z
      .object({
        day: z.string(),
        admits: z.array(z.enum(severities)).exactOptional(),
        entered: z.array(z.object({ id: z.string(), severity, at: instant, excepted: z.boolean().exactOptional() })),
      })
      .nullable(),
  ),
  lastRelease: piece(z.object({ versionName: z.string(), daysBefore: z.number(), hasDay: z.boolean(), open: counts }).nullable()),
  checks: piece(
    z.object({
      checks: z.array(
        z.object({
          ...{ stage: z.string(), name: z.string() },
          said: z.discriminatedUnion('act', [
            z.object({
              ...{ act: z.literal('confirmed'), at: instant, role: z.string(), form: z.enum(['link', 'text']) },
              builds: z.array(z.string()),
            }),
            z.object({ act: z.literal('withdrawn') }),
          ]),
        }),
      ),
      builds: z.array(z.string()),
    }),
  ),
  nominations: piece(z.array(z.object({ defectId: z.string(), state: z.enum(['asked', 'granted']) }))),
  fixes: piece(z.array(z.object({ id: z.string(), severity, verifiedIn: z.array(z.string()), liveIn: z.array(z.string()) }))),
  builds: piece(z.array(build)),
  runs: piece(z.array(run)),
  commits: piece(z.array(z.object({ branch: z.string(), at: instant, defectIds: z.array(z.string()) }))),
  deployments: piece(z.array(standing)),
  passage: piece(z.object({ tickets: z.number(), guarded: z.array(z.string()), passed: z.array(z.string()) })),
  trains: piece(
    z.object({
      names: z.array(z.string()),
      others: z.array(z.object({ name: z.string().nullable(), stages: z.record(z.string(), say) })),
    }),
  ),
  troubles: piece(z.array(z.object({ at: instant, stage: z.string().nullable() }))),
});
