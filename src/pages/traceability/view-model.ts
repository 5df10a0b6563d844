import type { TraceabilityView, TraceNumber } from '../../contracts/traceability';
import type { StoredDefect, StoredProject, StoredVersion } from '../../defects/shell';
import { defaultFixedBy, defaultLookBackDays, findGaps, reportRelease } from '../../environments';
import type { Deployment, ReleaseReport, StoredCommit, TracedDeployment, TracedIncident } from '../../environments';
import type { ToldBuild, ToldCommit, ToldIncident } from '../../environments/shell';
import type { Instant } from '../../kernel/instant';
import { maySee } from '../access';
import type { Access } from '../access';

export interface TraceFacts {
  readonly project: StoredProject;
  readonly version: StoredVersion;
  /** Every defect whose fix version this is. */
  readonly defects: readonly StoredDefect[];
  /** Ids of those that were resolved by a change. */
  readonly fixed: ReadonlySet<string>;
  /** Commits on branches: the newest of the project, and all that name one of these defects. */
  readonly commits: readonly ToldCommit[];
  /** Set where the project has more commits than were looked at. */
  readonly cutAt: number | null;
  /** Builds of the release, newest first. */
  readonly builds: readonly ToldBuild[];
  readonly deployments: readonly Deployment[];
  /** Deployments of the release. */
  readonly released: readonly Deployment[];
  /** Those that the viewer may see. */
  readonly incidents: readonly ToldIncident[];
  readonly access: Access;
  readonly now: Instant;
}

const mostRows = 100;

export function traceabilityView(facts: TraceFacts): TraceabilityView {
  const { commits, deployments, incidents, now } = facts;
  const told = commits.length + deployments.length + incidents.length > 0;
  if (!told) return { now, told, sentence: '', numbers: [] };
  const numbers = [...commitNumbers(facts), ...gapNumbers(facts)];
  return { now, told, sentence: sentence(numbers), numbers };
}

/** The branch that the newest build of the release came from; null where no build says it. */
export function branchOf(builds: readonly ToldBuild[]): string | null {
  return builds.find(({ branch }) => branch !== null)?.branch ?? null;
}

function commitNumbers(facts: TraceFacts): TraceNumber[] {
  const { version, defects, fixed, access, builds, cutAt } = facts;
  const branch = branchOf(builds);
  const done = defects.filter(({ category }) => category === 'done');
  const commits = commitsOf(facts, branch);
  const report = (some: readonly StoredDefect[]) =>
    reportRelease(
      commits,
      some.map(({ id, key, category }) => ({
        ...{ key, statusCategory: category, fixVersions: [version.name] },
        resolution: fixed.has(id) ? (defaultFixedBy[0] ?? null) : null,
      })),
      { version: version.name, branch: branch ?? '', fixedBy: defaultFixedBy },
    );
  const visible = report(done.filter((defect) => maySee(access, defect.securityLevel)));
  const hidden = report(done.filter((defect) => !maySee(access, defect.securityLevel)));
  const summaries = new Map(defects.map(({ key, summary }) => [key, summary]));
  const inBranch = branch === null ? 0 : commits.filter(({ branches }) => branches.includes(branch)).length;
  const looked = cutAt === null ? '' : ` Of the project's commits the last ${figure(cutAt)} were looked at.`;
  const inputs = `${counted(visible.fixed, 'fixed defect')} of ${version.name} that you may see${branch === null ? '' : `, ${counted(inBranch, 'commit')} of ${branch}`}.`;
  const where = branch ?? 'the branch of the release';
  const unknown = branch === null ? ' No build of this release said from which branch it is, so nobody can tell.' : '';
  return [
    {
      ...{ id: 'landed', kind: 'good', inputs, hidden: hidden.landed, jql: jqlOf(landedKeys(visible, done, facts)) },
      title: `Fixes in ${where}`,
      count: branch === null ? null : visible.landed,
      definition: `Defects that are done by a change in the code, and whose commits are in ${where} and not reverted there.${unknown}`,
      rows: branch === null ? [] : rowsOf(landedKeys(visible, done, facts), summaries),
    },
    {
      ...{ id: 'missing-fixes', kind: 'gap', inputs, hidden: branch === null ? 0 : hidden.missingFixes.length },
      title: `Fixes that are not in ${where}`,
      count: branch === null ? null : visible.missingFixes.length,
      definition: `Defects that are done by a change in the code, and whose commits are in other branches only, or were reverted. Customers will not get these fixes: merge them, or move the defects to another release.${unknown}`,
      rows: (branch === null ? [] : visible.missingFixes).slice(0, mostRows).map(({ key, branches, reverted }) => ({
        ...{ key, sha: null, at: null },
        text: `${summaries.get(key) ?? ''} (${reverted ? 'reverted there' : branches.length === 0 ? 'in no branch' : `only in ${branches.join(', ')}`})`,
      })),
      jql: branch === null ? null : jqlOf(visible.missingFixes.map(({ key }) => key)),
    },
    {
      ...{ id: 'orphan-fixes', kind: 'gap', inputs, hidden: hidden.orphanFixes.length },
      title: 'Fixed without a commit',
      count: visible.orphanFixes.length,
      definition:
        'Defects that are done by a change in the code, and that no commit names. Either the change was made without the key in its message, or nothing was changed: then their resolution should say so.',
      rows: rowsOf(
        visible.orphanFixes.map(({ key }) => key),
        summaries,
      ),
      jql: jqlOf(visible.orphanFixes.map(({ key }) => key)),
    },
    {
      ...{ id: 'orphan-commits', kind: 'gap', hidden: 0, jql: null },
      title: 'Commits without a key',
      count: branch === null ? null : visible.orphanCommits.length,
      definition: `Commits of ${where} that name no issue, without merges and what bots wrote. Nobody can tell what they are for: let the pipeline check commits, so that there are no more of them.${looked}${unknown}`,
      inputs: branch === null ? 'No branch is known.' : `${counted(inBranch, 'commit')} of ${branch}.`,
      rows: (branch === null ? [] : visible.orphanCommits)
        .toReversed()
        .slice(0, mostRows)
        .map(({ sha, at, firstLine }) => ({ key: null, sha, at, text: firstLine })),
    },
  ];
}

/** One for each commit, with all of its branches; merges and what bots wrote count only by the keys that they name. */
function commitsOf({ commits, version }: TraceFacts, branch: string | null): StoredCommit[] {
  const isOwn = branch !== null && branch.includes(version.name);
  const found = new Map<string, StoredCommit & { readonly branches: string[] }>();
  for (const { sha, at, branch: of, keys, subject, merge, bot } of commits) {
    // A branch that outlives the release has commits of others; those before its start are not of it.
    const isEarlier = !isOwn && version.startDate !== null && at < version.startDate;
    if (keys.length === 0 && (merge || bot || isEarlier)) continue;
    const other = found.get(sha);
    if (other === undefined) found.set(sha, { sha, at, branches: [of], keys, firstLine: subject });
    else if (!other.branches.includes(of)) other.branches.push(of);
  }
  return [...found.values()];
}

function landedKeys(report: ReleaseReport, done: readonly StoredDefect[], { fixed, access }: TraceFacts): string[] {
  const others = new Set([...report.missingFixes, ...report.orphanFixes].map(({ key }) => key));
  return done.flatMap(({ id, key, securityLevel }) =>
    fixed.has(id) && maySee(access, securityLevel) && !others.has(key) ? [key] : [],
  );
}

function rowsOf(keys: readonly string[], summaries: ReadonlyMap<string, string>): TraceNumber['rows'] {
  return keys.slice(0, mostRows).map((key) => ({ key, sha: null, at: null, text: summaries.get(key) ?? '' }));
}

function gapNumbers(facts: TraceFacts): TraceNumber[] {
  const { version, deployments, released, incidents, builds } = facts;
  const ofRelease = incidents.filter((incident) => incident.version === version.name);
  const traced = findGaps(
    { deployments: deployments.map(tracedDeployment), incidents: ofRelease.map(tracedIncident), hotfixes: [] },
    defaultLookBackDays,
  );
  const own = findGaps({ deployments: released.map(tracedDeployment), incidents: [], hotfixes: [] }, defaultLookBackDays);
  const hotfix = builds.find(({ branch }) => branch !== null && /^hotfix\b/i.test(branch));
  const unanswered =
    hotfix === undefined
      ? []
      : findGaps(
          {
            ...{ deployments: [], incidents: incidents.map(tracedIncident) },
            hotfixes: [{ id: version.name, at: hotfix.at, incidents: answered(facts) }],
          },
          defaultLookBackDays,
        );
  const number = (
    id: TraceNumber['id'],
    title: string,
    definition: string,
    inputs: string,
    gaps: typeof traced,
  ): TraceNumber => ({
    ...{ id, title, definition, inputs, kind: 'gap', count: gaps.length, hidden: 0, jql: null },
    rows: gaps.slice(0, mostRows).map(({ at, sentence: text }) => ({ key: null, sha: null, at, text })),
  });
  return [
    number(
      'deployments-without-change',
      'Deployments that name no change',
      'Deployments of this release of which neither the build nor a commit was told: nobody can say what they brought.',
      `${counted(released.length, 'deployment')} of ${version.name}.`,
      own.filter(({ kind }) => kind === 'deployment-without-change'),
    ),
    number(
      'incidents-without-deployment',
      'Incidents without a deployment',
      `Incidents of this release in a place where nothing was deployed in the ${defaultLookBackDays} days before: something was changed that no pipeline told of.`,
      `${counted(ofRelease.length, 'incident')} of ${version.name}.`,
      traced.filter(({ kind }) => kind === 'incident-without-deployment'),
    ),
    ...(hotfix === undefined
      ? []
      : [
          number(
            'hotfixes-without-incident',
            'Hotfix without an incident',
            'This release is built from a hotfix branch, and no incident is known that it answers.',
            `${counted(incidents.length, 'incident')} of the project.`,
            unanswered.filter(({ kind }) => kind === 'hotfix-without-incident'),
          ),
        ]),
  ];
}

/** The incidents that a hotfix answers: of which a commit or a defect of the release names the issue. */
function answered({ commits, builds, defects, incidents, access }: TraceFacts): string[] {
  const branch = branchOf(builds);
  const named = new Set([
    ...commits.filter((commit) => commit.branch === branch).flatMap(({ keys }) => keys),
    ...defects.filter(({ securityLevel }) => maySee(access, securityLevel)).map(({ key }) => key),
  ]);
  return incidents.flatMap(({ incident, issue }) =>
    named.has(issue?.toUpperCase() ?? '') || named.has(incident) ? [incident] : [],
  );
}

function tracedDeployment({ environment, service, at, build, commit, version, id }: Deployment): TracedDeployment {
  return {
    id: version ?? id.slice(0, 8),
    environment,
    service: known(service),
    at,
    build,
    commits: commit === null ? [] : [commit],
  };
}

function tracedIncident({ incident, environment, service, startedAt }: ToldIncident): TracedIncident {
  return { key: incident, environment, service: known(service), startedAt, deployment: null };
}

/** Whoever names no service has one, or does not tell. */
function known(service: string): string | null {
  return service === 'default' ? null : service;
}

function jqlOf(keys: readonly string[]): string | null {
  return keys.length === 0 ? null : `key in (${keys.slice(0, mostRows).join(', ')})`;
}

/** E.g. "Everything of this release can be traced." or "3 things of this release cannot be traced." */
function sentence(numbers: readonly TraceNumber[]): string {
  const gaps = numbers.filter(({ kind }) => kind === 'gap');
  const found = gaps.reduce((sum, { count }) => sum + (count ?? 0), 0);
  if (found > 0) return `${found === 1 ? 'One thing' : `${figure(found)} things`} of this release cannot be traced.`;
  return gaps.some(({ count }) => count === null)
    ? 'As far as it was told, everything of this release can be traced.'
    : 'Everything of this release can be traced.';
}

function figure(count: number): string {
  return count.toLocaleString('en');
}

function counted(count: number, what: string): string {
  return `${figure(count)} ${what}${count === 1 ? '' : 's'}`;
}
