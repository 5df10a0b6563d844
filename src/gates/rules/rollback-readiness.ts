import { day, plus } from '../../kernel/instant';
import { severities } from '../../kernel/severity';
import type { EvidenceKind, FixedDefect, KnownFor, Standing } from '../evidence';
import { rowsOf } from '../policy';
import type { RollbackItem, RollbackReadinessRow } from '../policy';
import { newestOfServices, severalServices } from './builds';
import { judgeRow } from './rule';
import type { Condition, Context, Rule, RuleParts } from './rule';
import { inSentence } from './stage-before';

/**
 * What must hold so that a release can be taken back from the stage: one condition for each item that the row asks for. All of it is
 * computed from what pipelines told; nobody can tick it.
 */
export const rollbackReadiness: Rule = {
  name: 'rollback-readiness',
  needs: ['deployments', 'builds', 'fixes'],
  conditions: (context) =>
    rowsOf(context.rows, 'rollback-readiness').flatMap((row) => row.items.map((item) => items[item](row, context))),
};

type Judge = (row: RollbackReadinessRow, context: Context) => Condition;

function item<Kind extends EvidenceKind>(parts: Omit<RuleParts<'rollback-readiness', Kind>, 'name'>): Judge {
  return (row, context) => judgeRow({ name: 'rollback-readiness', ...parts }, row, context);
}

const target = item({
  needs: ['deployments', 'builds'],
  describe: ({ targetDays }, { stage }) => ({
    id: 'rollback-readiness:target',
    title: `Services of ${stage.name} that have nothing to go back to`,
    definition: `For each service of this release that ${stage.name} has already: what would be put back is known by its build or commit, was deployed successfully, and no longer ago than ${targetDays} ${targetDays === 1 ? 'day' : 'days'}.`,
    ...counted(0),
  }),
  find({ targetDays }, evidence, context) {
    const here = inSentence(context.stage);
    const services = servicesOf(evidence, context);
    if (typeof services === 'string') return unknown(services);
    const there = services.flatMap(({ before }) => before ?? []);
    if (there.length === 0)
      return unknown(`nothing is known to go back to in ${here}, where none of these services was live before`);
    const ends = there.map((one) => ({
      ...one,
      end: plus(one.at, targetDays * day),
      nameless: (one.build ?? one.commit) === null,
    }));
    const bad = ends.filter(({ end, nameless }) => nameless || end <= context.now);
    const first = bad[0];
    const days = targetDays === 1 ? '1 day' : `${targetDays} days`;
    const which = first === undefined ? '' : severalServices(services) ? `what ${first.service} has` : 'what is live';
    return {
      ...{ value: bad.length, met: bad.length === 0, defectIds: [] },
      restsUntil: bad.length === 0 ? (ends.map(({ end }) => end).sort()[0] ?? null) : null,
      reason:
        first === undefined
          ? `what would be put back in ${here} is known and was deployed in the last ${days}`
          : first.nameless
            ? `${which} in ${here} names no build or commit, so that nothing can be put back for certain`
            : `${which} in ${here} was deployed more than ${days} ago, so that it may not go back`,
    };
  },
});

const returning = item({
  needs: ['fixes'],
  describe: ({ mostReturning }, { stage }) => ({
    id: 'rollback-readiness:returning',
    title: `Defects that would come back to ${stage.name}`,
    definition: `Defects of this release that are done and whose fix is not in what is live in ${stage.name} now: who takes the release back has them again.`,
    ...counted(mostReturning),
  }),
  find({ mostReturning }, { fixes }, { stage }) {
    const back = fixes.facts.filter(({ liveIn }) => !liveIn.includes(stage.key));
    const allowed = mostReturning === 0 ? 'none' : `at most ${mostReturning}`;
    const what = `${back.length} ${back.length === 1 ? 'defect' : 'defects'} would come back`;
    return {
      ...{ value: back.length, met: back.length <= mostReturning, defectIds: back.map(({ id }) => id) },
      reason: `${what}${bySeverity(back)}, ${allowed} allowed`,
    };
  },
});

const migrations = item({
  needs: ['builds'],
  describe: () => ({
    id: 'rollback-readiness:migrations',
    title: 'Builds whose migrations cannot be taken back',
    definition:
      'What the newest build of each service declares of its migrations: none, reversible or irreversible. The pipeline says it with the build; a build that says nothing is not known to be safe.',
    ...counted(0),
  }),
  find(_row, { builds }) {
    const newest = newestOfServices(builds.facts);
    if (newest.length === 0) return unknown('no successful build of this release was told');
    const bad = newest.filter((build) => build.migrations === 'irreversible');
    const silent = newest.find((build) => build.migrations === null);
    const first = bad[0];
    if (first === undefined && silent !== undefined)
      return unknown(
        `build ${silent.build} does not say whether its migrations can be taken back: the pipeline says so with "holdpoint build --migrations"`,
      );
    return {
      ...{ value: bad.length, met: first === undefined, defectIds: [] },
      reason:
        first === undefined
          ? 'no migration stands in the way of going back'
          : `build ${first.build} has a migration that cannot be taken back`,
    };
  },
});

const dependants = item({
  needs: ['deployments', 'builds'],
  describe: (_row, { stage }) => ({
    id: 'rollback-readiness:dependants',
    title: `Services that are new to ${stage.name}`,
    definition: `Services of this release that ${stage.name} has never had: they cannot go back, so that what depends on them has to go back first.`,
    ...counted(0),
  }),
  find(_row, evidence, context) {
    const here = inSentence(context.stage);
    const services = servicesOf(evidence, context);
    if (typeof services === 'string') return unknown(services);
    const fresh = services.filter(({ before }) => before === null).map(({ service }) => service);
    const more = fresh.length === 1 ? '' : ` and ${fresh.length - 1} more`;
    return {
      ...{ value: fresh.length, met: fresh.length === 0, defectIds: [] },
      reason:
        fresh.length === 0
          ? `every service of this release was live in ${here} before`
          : `${fresh[0] ?? ''}${more} ${fresh.length === 1 ? 'is' : 'are'} new to ${here}: whatever depends on ${fresh.length === 1 ? 'it' : 'them'} has to go back first`,
    };
  },
});

const items: Readonly<Record<RollbackItem, Judge>> = { target, returning, migrations, dependants };

function counted(limit: number) {
  return { limit, unit: 'items', atLeast: false, clause: null } as const;
}

function unknown(reason: string) {
  return { value: null, met: null, reason, defectIds: [] };
}

interface OwnService {
  readonly service: string;
  /** What the stage had of it that is not of this release, the newest; null where it had nothing. */
  readonly before: Standing | null;
}

/** The services of the release, by name; or why they are not known. */
function servicesOf({ deployments, builds }: KnownFor<'deployments' | 'builds'>, { stage }: Context): OwnService[] | string {
  const told = deployments.facts.filter((one) => one.stage === stage.key);
  if (told.length === 0) return `no successful deployment to ${inSentence(stage)} was told`;
  const ofRelease = [...builds.facts, ...deployments.facts.filter(({ isRelease }) => isRelease)];
  if (ofRelease.length === 0) return 'neither a build nor a deployment of this release was told';
  return [...new Set(ofRelease.map(({ service }) => service))]
    .sort()
    .map((service) => ({ service, before: told.find((one) => one.service === service && !one.isRelease) ?? null }));
}

/** " (1 S1, 2 S3)"; a defect without a severity counts as S1. */
function bySeverity(defects: readonly FixedDefect[]): string {
  const parts = severities.flatMap((severity) => {
    const count = defects.filter((defect) => (defect.severity ?? 'S1') === severity).length;
    return count === 0 ? [] : [`${count} ${severity}`];
  });
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}
