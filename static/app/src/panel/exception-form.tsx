import { useState, type ReactElement } from 'react';
import { PanelForm } from './panel-form';
import { ReleaseWish } from './release-wish';
import './origin.css';

export interface ExceptionWish {
  readonly versionId: string;
  readonly because: string;
  readonly hours: number;
}

interface Props {
  readonly releases: readonly { readonly id: string; readonly name: string }[];
  readonly mostHours: number;
  readonly onSave: (wish: ExceptionWish) => void;
  readonly onCancel: () => void;
}

/** Asks that the defect may come into a frozen release for some hours, with a reason. */
export function ExceptionForm({ releases, mostHours, onSave, onCancel }: Props): ReactElement {
  const [versionId, setVersionId] = useState(releases[0]?.id ?? '');
  const [because, setBecause] = useState('');
  const [hours, setHours] = useState(String(Math.min(24, mostHours)));
  return (
    <PanelForm
      className="origin-form"
      label="Ask for an exception"
      onSave={() => onSave({ versionId, because, hours: Number(hours) })}
      onCancel={onCancel}
    >
      <ReleaseWish
        releases={releases}
        versionId={versionId}
        onChoose={setVersionId}
        why="Why it cannot wait for the next release"
        because={because}
        onSay={setBecause}
      />
      <label>
        <span>For how many hours from its approval, at most {mostHours}</span>
        <input
          className="input"
          type="number"
          required
          min={1}
          max={mostHours}
          value={hours}
          onChange={(event) => setHours(event.target.value)}
        />
      </label>
    </PanelForm>
  );
}
