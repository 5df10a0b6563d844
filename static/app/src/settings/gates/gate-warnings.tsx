import type { ReactElement } from 'react';
import type { GateWarning, Settings } from '../../../../../src/contracts/settings';
import type { SettingsEditor } from '../use-settings';
import { rowSentence } from './row-words';

/** What of the gates is hardly meant, where it is saved. Nothing of it keeps anybody from saving. */
export function GateWarnings({ editor: { draft, warnings } }: { editor: SettingsEditor }): ReactElement | null {
  if (warnings.length === 0) return null;
  return (
    <details className="preview-changes">
      <summary>
        {warnings.length === 1 ? '1 thing about the gates is' : `${warnings.length} things about the gates are`} hardly meant
      </summary>
      <ul>
        {warnings.map((warning) => (
          <li key={`${warning.stage} ${warning.row ?? ''} ${warning.sentence}`}>
            <strong>{placeOf(warning, draft)}</strong>: {warning.sentence} {warning.advice}
          </li>
        ))}
      </ul>
    </details>
  );
}

function placeOf({ stage, row }: GateWarning, { stages, gates }: Settings): string {
  const name = stages.find(({ key }) => key === stage)?.name ?? stage;
  const found = row === null ? undefined : gates.rows[row];
  return found === undefined ? name : `${name}, "${rowSentence(found, stages)}"`;
}
