import type { DefectTrailView } from '../../../../src/contracts/defect-trail';

/** How far the fix has come in an environment. */
export function reachWords({ state, exposure }: Pick<DefectTrailView['places'][number], 'state' | 'exposure'>): string {
  switch (state) {
    case 'not-yet':
      return 'Not yet';
    case 'taken-back':
      return 'Deployed, and taken back';
    case 'earlier':
      return 'Deployed, then replaced by another build';
    case 'live':
      if (exposure === 'untold') return 'Deployed';
      if (exposure === 'dark' || exposure === 0) return 'Deployed, no user meets it yet';
      return exposure === 100
        ? 'Deployed, exposed to all users'
        : `Deployed, exposed to ${exposure.toLocaleString('en')} % of users`;
  }
}
