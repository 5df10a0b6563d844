import type { DeferralRow, DeferralsView } from '../../../../../src/contracts/deferrals';
import type { DeferralFilters, DeferralShow } from '../route';

const overStates: readonly DeferralRow['state'][] = ['refused', 'expired', 'withdrawn', 'fulfilled'];

/** Whether a row belongs to a choice of the register. */
function isShown(row: DeferralRow, show: DeferralShow, { expiring }: DeferralsView['sums']): boolean {
  switch (show) {
    case 'all':
      return true;
    case 'waiting':
      return row.state === 'requested';
    case 'active':
      return row.state === 'approved';
    case 'expiring':
      return expiring.includes(row.id);
    case 'over':
      return overStates.includes(row.state);
  }
}

/** Whether its defect is planned for a release: what holds by the release as it is now, so that rows and sums agree. */
function isPlannedFor(row: DeferralRow, release: string, { releases }: DeferralsView['sums']): boolean {
  if (row.state === 'approved') return releases.some(({ release: { id }, ids }) => id === release && ids.includes(row.id));
  return row.from.some(({ id }) => id === release);
}

/** The rows that a choice shows, in the order of the register. */
export function chosenRows({ rows, sums }: DeferralsView, { show, release }: DeferralFilters): DeferralRow[] {
  return rows.filter((row) => isShown(row, show, sums) && (release === null || isPlannedFor(row, release, sums)));
}

/** Releases that defects of the register are planned for, in the order of the sums, then by name. */
export function releasesOf({ rows, sums }: DeferralsView): { id: string; name: string }[] {
  const summed = sums.releases.map(({ release }) => release);
  const others = rows.flatMap(({ from }) => from).sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
  return [...new Map([...summed, ...others].map((release) => [release.id, release])).values()];
}
