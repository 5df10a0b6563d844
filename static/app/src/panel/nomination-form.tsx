import { useState, type ReactElement } from 'react';
import type { DefectNominationsView } from '../../../../src/contracts/nominations';
import { PanelForm } from './panel-form';
import { ReleaseWish } from './release-wish';

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
      <ReleaseWish
        releases={releases}
        versionId={versionId}
        onChoose={setVersionId}
        why="Why it must not ship"
        because={because}
        onSay={setBecause}
      />
    </PanelForm>
  );
}
