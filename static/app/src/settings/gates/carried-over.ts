import type { GateRow } from '../../../../../src/contracts/gate-settings';
import type { GateWarning } from '../../../../../src/contracts/settings';

/**
 * Of what was said of some rows, what is said of the rows that have not been touched since, at their places of now: so that warnings do
 * not come and go with every key while the next answer is on its way.
 */
export function carriedOver(warnings: readonly GateWarning[], then: readonly GateRow[], now: readonly GateRow[]): GateWarning[] {
  return warnings.flatMap((warning) => {
    if (warning.row === null) return [warning];
    const row = then[warning.row];
    const at = row === undefined ? -1 : now.indexOf(row);
    return at === -1 ? [] : [{ ...warning, row: at }];
  });
}
