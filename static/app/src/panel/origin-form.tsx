import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent, type ReactElement } from 'react';
import type { BridgePayload } from '../../../../src/contracts/bridge';
import type { OriginView } from '../../../../src/contracts/origin';

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
  const first = useRef<HTMLSelectElement>(null);
  useEffect(() => first.current?.focus(), []);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    const typed = text.trim();
    // A linked issue stays until a commit or a build is named instead.
    const kept = known?.kind === 'issue' && known.value !== 'hidden' ? ({ kind: 'issue', issueId: known.value } as const) : null;
    onSave({ versionId: versionId === '' ? null : versionId, change: typed === '' ? kept : { kind: 'typed', text: typed } });
  };
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onCancel();
  };
  return (
    <form className="origin-form" aria-label="What brought the defect in" onSubmit={save}>
      <label>
        <span>Release</span>
        <select
          ref={first}
          className="select"
          value={versionId}
          onKeyDown={leave}
          onChange={(event) => setVersionId(event.target.value)}
        >
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
        <input
          className="input"
          maxLength={200}
          value={text}
          onKeyDown={leave}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <span className="actions">
        <Button type="submit" appearance="primary" spacing="compact">
          Save
        </Button>
        {origin !== null && (
          <Button spacing="compact" onClick={() => onSave({ versionId: null, change: null })}>
            Take it back
          </Button>
        )}
        <Button appearance="subtle" spacing="compact" onClick={onCancel}>
          Cancel
        </Button>
      </span>
    </form>
  );
}
