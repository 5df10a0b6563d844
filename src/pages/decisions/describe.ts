import { z } from 'zod';
import type { Decision } from '../../contracts/decisions';
import { modeSchema, stateSchema } from '../../contracts/screen';
import type { LedgerEntry } from '../../governance';
import type { GateMode, VerdictState } from '../../kernel/verdict';
import { inWords, kindTitle } from './kinds';

/** What an entry says, in words. */
export type Description = Pick<Decision, 'title' | 'tone' | 'sentence' | 'version' | 'stage' | 'facts'>;
type Facts = Description['facts'];

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const bodySchema = z.looseObject({
  version: z.object({ id: z.string(), name: z.string() }).nullish().catch(null),
  stage: z
    .union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)])
    .nullish()
    .catch(null),
  sentence: z.string().min(1).nullish().catch(null),
});
type Body = z.output<typeof bodySchema>;

/** Entries outlive the app that wrote them: one of a kind or shape that is not known is described by what it plainly says. */
export function describe(entry: LedgerEntry): Description {
  const parsed = bodySchema.safeParse(entry.body);
  const body: Body = parsed.success ? parsed.data : { version: null, stage: null, sentence: null };
  const { version = null, stage = null } = body;
  const words = wordsOf(entry, body);
  const tone = toneOf(entry.kind, words.title);
  return { version, stage, tone, ...words, facts: words.facts.map(({ label, value }) => ({ label, value: cut(value) })) };
}

/** What needs an eye stands out; an entry of a kind that is not known does not. */
function toneOf(kind: string, title: string): Decision['tone'] {
  if (title === titles.held || kind === 'released-while-held' || kind === 'deployed-while-held') return 'bad';
  if (title === titles.wouldBeHeld || warningKinds.has(kind)) return 'warning';
  return title === titles.open || kind === 'lock-attached' ? 'good' : 'calm';
}

const warningKinds = new Set([
  'triage-lapsed',
  'triage-overdue',
  'triage-escalated',
  'triage-defaulted',
  'publication-repaired',
  'lock-removed',
  'rolled-back',
  'rollback-passed',
  'push-broke-rule',
  'deferral-expired',
  'hold-placed',
  'check-withdrawn',
  'hold-not-told',
  'drill-not-told',
  'override-approved',
  'defect-not-moved',
  'freeze-attempt',
  'freeze-exception-approved',
]);

type Words = Pick<Description, 'title' | 'sentence' | 'facts'>;

function wordsOf({ kind }: LedgerEntry, body: Body): Words {
  const title = kindTitle(kind);
  if (kind === 'verdict-changed') {
    const verdict = verdictSchema.safeParse(body);
    if (verdict.success) return verdictWords(verdict.data);
  }
  if (kind === 'settings-saved' || kind === 'gates-changed') {
    const saved = settingsSchema.safeParse(body);
    if (saved.success)
      return { title, ...settingsWords(saved.data), ...(typeof body.sentence === 'string' ? { sentence: body.sentence } : {}) };
  }
  if (kind === 'publication-repaired') {
    const found = z.object({ found: z.string().nullable() }).safeParse(body);
    if (found.success) return { title, ...repairWords(body.version?.name ?? 'a version', found.data.found) };
  }
  return { title, sentence: body.sentence ?? usualSentence(kind, body), facts: plainFacts(body) };
}

const verdictSchema = z.object({
  mode: modeSchema,
  from: stateSchema.nullable(),
  state: stateSchema,
  sentence: z.string(),
  conditions: z.array(
    z.object({
      ...{ id: z.string(), value: z.number().nullable(), limit: z.number(), state: z.enum(['met', 'breached', 'unknown']) },
      // Entries of before rules told their titles have none.
      title: z.string().nullish(),
      atLeast: z.boolean().default(false),
    }),
  ),
  inputs: z
    .looseObject({ readUpTo: z.string().nullish(), builds: z.array(z.string()).nullish() })
    .nullish()
    .catch(null),
});

const modeWords: Readonly<Record<GateMode, string>> = {
  observe: 'Observes: it lets everything pass',
  warn: 'Warns: it lets everything pass',
  enforce: 'Enforces: while held, nothing passes',
};
const stateWords: Readonly<Record<VerdictState, string>> = { open: 'Open', held: 'Held', unknown: 'Unknown' };

const titles = { held: 'Gate held', wouldBeHeld: 'Would be held', open: 'Gate open', unknown: 'Verdict unknown' } as const;

function verdictTitle(state: VerdictState, mode: GateMode): string {
  return state === 'held' && mode !== 'enforce' ? titles.wouldBeHeld : titles[state];
}

function verdictWords({ mode, from, state, sentence, conditions, inputs }: z.output<typeof verdictSchema>): Words {
  const readUpTo = inputs?.readUpTo ?? null;
  const builds = inputs?.builds ?? [];
  return {
    title: verdictTitle(state, mode),
    sentence,
    facts: [
      { label: 'Before', value: from === null ? 'It was the first verdict' : stateWords[from] },
      { label: 'The gate', value: modeWords[mode] },
      ...conditions
        .filter((condition) => condition.state !== 'met')
        .map(({ id, title, value, limit, atLeast }) => ({
          label: title ?? conditionWords(id),
          value: `${value === null ? 'Not known' : value}, ${limitWords(limit, atLeast)}`,
        })),
      ...(builds.length === 0 ? [] : [{ label: builds.length === 1 ? 'Build' : 'Builds', value: builds.join(', ') }]),
      ...(readUpTo === null ? [] : [{ label: 'Jira read up to', value: timeWords(readUpTo) }]),
    ],
  };
}

function limitWords(limit: number, atLeast: boolean): string {
  if (atLeast) return `at least ${limit} needed`;
  return `${limit === 0 ? 'none' : `at most ${limit}`} allowed`;
}

/** `open-defects:S2:enterprise` as "Open S2 defects of enterprise customers". */
function conditionWords(id: string): string {
  const [rule = '', severity = '', tier = 'any'] = id.split(':');
  if (rule === 'open-defects') return `Open ${severity} defects${tier === 'any' ? '' : ` of ${tier} customers`}`;
  if (rule === 'sla-breached') return `${severity === 'any' ? 'Defects' : `${severity} defects`} past their resolution target`;
  return inWords(id);
}

const settingsSchema = z.object({
  revision: z.number(),
  changes: z.array(z.object({ path: z.string(), from: z.json().optional(), to: z.json().optional() })),
});
const sectionWords: Readonly<Record<string, string>> = {
  defectTypes: 'Work types that are defects',
  releaseTypes: 'Work types that are release tickets',
  stages: 'Stages',
  tiers: 'Customer tiers',
  projects: 'What gates do in a project',
  gates: 'Rows of the gates',
  slaTargetDays: 'Resolution targets in days',
  reading: 'Reading projects',
  retention: 'Keeping data',
  scope: 'Features and defects in a release',
  deferrals: 'Deferring defects',
  transitionMap: 'Transition map',
  breaches: 'Releases past their gate',
  ownership: 'Who owns what',
};
const mostChanges = 40;

function settingsWords({ revision, changes }: z.output<typeof settingsSchema>): Pick<Words, 'sentence' | 'facts'> {
  const count = changes.length;
  const what = count === 0 ? 'nothing changed' : count === 1 ? '1 value changed' : `${count} values changed`;
  const facts = changes.slice(0, mostChanges).map(({ path, from, to }) => {
    const [section = '', ...rest] = path.split('.');
    return { label: [sectionWords[section] ?? inWords(section), ...rest].join(', '), value: changeWords(from, to) };
  });
  const left = count - facts.length;
  return {
    sentence: `The settings were saved as revision ${revision}: ${what}.`,
    facts: left > 0 ? [...facts, { label: 'Further changes', value: String(left) }] : facts,
  };
}

/** A list that changed is told by what went out of it and what came in. */
function changeWords(from: unknown, to: unknown): string {
  if (!Array.isArray(from) || !Array.isArray(to)) return `${valueWords(from)} → ${valueWords(to)}`;
  const [was, is] = [from.map(valueWords), to.map(valueWords)];
  const out = was.filter((item) => !is.includes(item));
  const put = is.filter((item) => !was.includes(item));
  const parts = [
    ...(out.length === 0 ? [] : [`Taken out: ${out.join('; ')}.`]),
    ...(put.length === 0 ? [] : [`Put in: ${put.join('; ')}.`]),
  ];
  return parts.length === 0 ? 'In another order.' : parts.join(' ');
}

/** The ledger keeps members in the order of their names; people read a row from where to how much. */
const rowOrder = ['name', 'key', 'stage', 'severity', 'tier'];

function valueWords(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  const plain = scalar.safeParse(value);
  if (plain.success) return String(plain.data);
  const rank = (name: string) => (rowOrder.includes(name) ? rowOrder.indexOf(name) : rowOrder.length);
  const members = Object.entries(value).sort(([a], [b]) => rank(a) - rank(b));
  return members.map(([, member]) => valueWords(member)).join(', ');
}

function repairWords(version: string, found: string | null): Pick<Words, 'sentence' | 'facts'> {
  const what = found === null ? 'removed' : 'changed';
  return {
    sentence: `The published verdict of ${version} had been ${what} in Jira, and Holdpoint wrote it anew.`,
    facts: found === null ? [] : [{ label: 'What stood there', value: found }],
  };
}

function usualSentence(kind: string, { version, stage, ...body }: Body): string {
  const name = version?.name ?? 'A version';
  const where = typeof stage === 'string' ? ` (${stage})` : '';
  switch (kind) {
    case 'released-while-held':
      return `${name} was released in Jira while its gate${where} was held.`;
    case 'version-changed':
      return `${name} was changed in Jira.`;
    case 'lock-removed':
      return `A transition of release tickets is no longer guarded${where}.`;
    case 'lock-attached':
      return `A transition of release tickets is guarded now${where}.`;
    case 'person-erased':
      return 'What Holdpoint knew of a person was erased. Entries of that person stay, without saying whose they are.';
    case 'repair': {
      const count = z.number().safeParse(body['count']);
      const issues = !count.success ? 'issues' : count.data === 1 ? '1 issue' : `${count.data} issues`;
      return `Holdpoint compared its store with Jira, and put ${issues} right.`;
    }
    default:
      return `${inWords(kind)}: Holdpoint wrote this down${version === null || version === undefined ? '' : ` for ${version.name}`}.`;
  }
}

/** Members that say nothing to people, or are said elsewhere. */
const notFacts = ['schema', 'version', 'stage', 'sentence', 'fingerprint', 'deferral'];
const mostFacts = 12;

function plainFacts(body: Body): Facts {
  return Object.entries(body)
    .filter(([name]) => !notFacts.includes(name))
    .flatMap(([name, value]) => {
      const plain = scalar.safeParse(value);
      if (!plain.success) return [];
      return [
        { label: inWords(name), value: typeof plain.data === 'boolean' ? (plain.data ? 'Yes' : 'No') : String(plain.data) },
      ];
    })
    .slice(0, mostFacts);
}

/** `2026-11-02 09:00 UTC`; a text that is no instant stays as it is. */
function timeWords(at: string): string {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(at) ? `${at.slice(0, 10)} ${at.slice(11, 16)} UTC` : at;
}

const longest = 300;

function cut(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}
