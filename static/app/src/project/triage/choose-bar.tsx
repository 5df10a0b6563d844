import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';
import type { TriageRow } from '../../../../../src/contracts/triage-row';
import { BulkBar } from '../bulk/bulk-bar';
import { KeyCap } from './key-cap';
import type { Chosen } from './use-chosen';

interface Props {
  /** The rows that are on the page. */
  readonly shown: readonly TriageRow[];
  /** Those that are chosen, on the page or not. */
  readonly rows: readonly TriageRow[];
  readonly chosen: Chosen;
  readonly keys: boolean;
}

/** Chooses all that is shown, and asks for the deferral of what is chosen. */
export function ChooseBar({ shown, rows, chosen, keys }: Props): ReactElement | null {
  const { ids, pick, ask, each } = chosen;
  const some = shown.length > 1 || rows.length > 0;
  if (!some && each.busy === null && each.refused.length === 0) return null;
  const isAll = shown.every(({ defectId }) => ids.has(defectId));
  const those = new Set(shown.map(({ defectId }) => defectId));
  const others = rows.map(({ defectId }) => defectId).filter((id) => !those.has(id));
  const all = {
    words: `All ${shown.length} shown`,
    checked: isAll,
    onChange: () => pick(isAll ? others : [...others, ...those]),
  };
  return (
    <BulkBar
      label="Defer several"
      all={some && shown.length > 0 ? all : null}
      busy={each.busy}
      refused={each.refused}
      onForget={each.forget}
    >
      {rows.length > 0 && (
        <span className="inline">
          <span data-chosen={rows.length}>{rows.length.toLocaleString('en')} chosen:</span>
          <Button appearance="primary" spacing="compact" isDisabled={each.busy !== null} onClick={() => ask(rows)}>
            Defer…{keys && <KeyCap>d</KeyCap>}
          </Button>
        </span>
      )}
    </BulkBar>
  );
}
