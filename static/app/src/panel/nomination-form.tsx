import { useState, type ReactElement } from 'react';
import type { DefectNominationsView } from '../../../../src/contracts/nominations';
import { PanelForm } from './panel-form';

export interface Wish {
  readonly versionId: string;
  readonly because: string;
}

interface Props {
  readonly releases: DefectNominationsView['releases'];
  readonly onSave: (wish: Wish) => void;
  readonly onCancel: () => void;
}

/** Asks that the defect is a blocker of a release, with a reason. */
export function NominationForm({ releases, onSave, onCancel }: Props): ReactElement {
  const [versionId, setVersionId] = useState(releases[0]?.id ?? '');
  const [because, setBecause] = useState('');
  return (
    <PanelForm
      className="origin-form"
      label="Nominate as blocker"
      onSave={() => onSave({ versionId, because })}
      onCancel={onCancel}
    >
      <label>
        <span>Release</span>
        <select className="select" value={versionId} onChange={(event) => setVersionId(event.target.value)}>
          {releases.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>Why it must not ship</span>
        <input className="input" required maxLength={1000} value={because} onChange={(event) => setBecause(event.target.value)} />
      </label>
    </PanelForm>
  );
}
