import Button from '@atlaskit/button/new';
import { useState, type ReactElement } from 'react';
import type { BridgePayload } from '../../../../src/contracts/bridge';
import type { OriginView } from '../../../../src/contracts/origin';
import { PanelForm } from './panel-form';

/** What somebody says of where the defect came from. */
export type OriginWord = Omit<BridgePayload<'setOrigin'>, 'issueId'>;

interface Props {
  readonly view: OriginView;
  readonly onSave: (word: OriginWord) => void;
  readonly onCancel: () => void;
}

/** Says which release, commit or build brought the defect in. */
export function OriginForm({ view: { origin, versions }, onSave, onCancel }: Props): ReactElement {
  const [versionId, setVersionId] = useState(origin?.version?.id ?? '');
  const known = origin?.change ?? null;
  const [text, setText] = useState(known === null || known.kind === 'issue' ? '' : known.value);
  const save = (): void => {
    const typed = text.trim();
    // A linked issue stays until a commit or a build is named instead.
    const kept = known?.kind === 'issue' && known.value !== 'hidden' ? ({ kind: 'issue', issueId: known.value } as const) : null;
    onSave({ versionId: versionId === '' ? null : versionId, change: typed === '' ? kept : { kind: 'typed', text: typed } });
  };
  return (
    <PanelForm
      className="origin-form"
      label="What brought the defect in"
      onSave={save}
      onCancel={onCancel}
      more={
        origin !== null && (
          <Button spacing="compact" onClick={() => onSave({ versionId: null, change: null })}>
            Take it back
          </Button>
        )
      }
    >
      <label>
        <span>Release</span>
        <select className="select" value={versionId} onChange={(event) => setVersionId(event.target.value)}>
          <option value="">Not known</option>
          {versions.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>
          Commit or build <span className="subtle">(may be left empty)</span>
        </span>
        <input className="input" maxLength={200} value={text} onChange={(event) => setText(event.target.value)} />
      </label>
    </PanelForm>
  );
}
