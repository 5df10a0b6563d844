import type { DeploymentRow } from '../../../../../src/contracts/release-deployments';

/** Whether what is deployed is dark or exposed, and to how many users. */
export function exposureWords(exposure: DeploymentRow['exposure']): string {
  if (exposure === 'dark' || exposure === 0) return 'Dark: no user meets it yet';
  if (exposure === 'untold') return 'Deployed: nobody told who meets it';
  return `Exposed to ${exposure === 100 ? 'all users' : `${exposure.toLocaleString('en')} % of users`}`;
}

/** `Production`, and what the pipeline calls it where that is another word. */
export function environmentWords({ environment, stage }: Pick<DeploymentRow, 'environment' | 'stage'>): string {
  if (stage === null) return environment;
  return stage.toLowerCase() === environment.toLowerCase() ? stage : `${stage} (${environment})`;
}

/** E.g. "4.2.0, build 4.2.0-381": what is deployed, by the names that were told. */
export function deployedWords({ version, build, commit }: Pick<DeploymentRow, 'version' | 'build' | 'commit'>): string {
  if (build !== null) return version === null ? `Build ${build}` : `${version}, build ${build}`;
  return version ?? (commit === null ? 'Not told' : `Commit ${commit.slice(0, 10)}`);
}

/** What stands in the place of what was taken back, and why; empty where neither was told. */
export function rollbackWords({ to, incident }: NonNullable<DeploymentRow['rolledBack']>): string {
  const title = incident === null || incident.title === null ? '' : `: ${incident.title}`;
  const why = incident === null ? '' : `because of ${incident.key}${title}`;
  return [to === null ? '' : `${to} put back`, why].filter((part) => part !== '').join(', ');
}
