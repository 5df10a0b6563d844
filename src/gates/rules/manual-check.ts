import { checkKey, checkStanding } from '../checks';
import type { CheckStanding } from '../checks';
import type { ManualCheckRow } from '../policy';
import { rule } from './rule';

/**
 * Stage -> something that nobody can compute was confirmed for this release: by a member of a named project role, with evidence, for the
 * builds that are judged. Who confirmed it stands on the screen; what is published names the role alone.
 */
export const manualCheck = rule<'manual-check', 'checks'>({
  name: 'manual-check',
  needs: ['checks'],
  describe: (row) => ({
    id: `manual-check:${checkKey(row.name)}`,
    title: row.name,
    definition: `Somebody in the project role ${row.role} confirms it with ${row.evidence === 'link' ? 'a link to' : 'words that say'} what shows it: nobody who worked on a fix of this release, and nobody who changed what gates ask for in the last 90 days. It counts for the builds that it was given for${row.hours === null ? '' : `, and no longer than ${inHours(row.hours)}`}.`,
    ...{ limit: 1, unit: 'confirmations', atLeast: true, clause: null },
  }),
  find(row, { checks: { facts } }, { stage, now }) {
    const check = facts.checks.find((one) => one.stage === stage.key && checkKey(one.name) === checkKey(row.name));
    const standing = checkStanding(check?.said ?? null, row, facts.builds, now);
    const met = standing.kind === 'confirmed';
    const restsUntil = met ? standing.until : null;
    return { value: met ? 1 : 0, met, restsUntil, defectIds: [], reason: reasonOf(row, standing, facts.builds) };
  },
});

function reasonOf({ name, role, hours }: ManualCheckRow, standing: CheckStanding, builds: readonly string[]): string {
  const anew = `and somebody in the role ${role} has to confirm it anew`;
  switch (standing.kind) {
    case 'confirmed':
      return `“${name}” is confirmed by the role ${role}${builds.length === 0 ? '' : ` for ${buildWords(builds)}`}`;
    case 'unconfirmed':
      return `“${name}” is not confirmed by the role ${role}`;
    case 'withdrawn':
      return `the confirmation of “${name}” was taken back, ${anew}`;
    case 'over':
      return `the confirmation of “${name}” was good for ${inHours(hours ?? 0)}, ${anew}`;
    case 'other-builds': {
      const now = buildWords(builds.filter((build) => !standing.by.builds.includes(build)));
      const then = standing.by.builds.length === 0 ? 'before a build was told' : `for ${buildWords(standing.by.builds)}`;
      return `“${name}” was confirmed ${then}, not for ${now}, ${anew}`;
    }
    case 'other-role':
      return `“${name}” was confirmed by the role ${standing.by.role}, ${anew}`;
    case 'other-evidence':
      return `“${name}” was confirmed without a link, ${anew}`;
  }
}

const mostNamed = 3;

function buildWords(builds: readonly string[]): string {
  const more = builds.length - mostNamed;
  return `${builds.length === 1 ? 'build' : 'builds'} ${builds.slice(0, mostNamed).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function inHours(hours: number): string {
  return hours === 1 ? '1 hour' : `${hours} hours`;
}
