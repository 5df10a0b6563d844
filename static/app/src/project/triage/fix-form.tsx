import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { TriageQueueView } from '../../../../../src/contracts/triage-queue';
import type { TriageChoice, TriageRow } from '../../../../../src/contracts/triage-row';
import { usePage } from '../../shared/page-context';
import { FormFrame, NoteField } from './form-frame';
import { cycleNames } from './triage-words';

interface Props {
  readonly row: TriageRow;
  readonly targets: TriageQueueView['targets'];
  readonly onDecide: (choice: TriageChoice) => void;
  readonly onCancel: () => void;
}

/** Fix it now: in which release. The recommended one is chosen already, else one that it is planned for, else the nearest. */
export function FixForm({ row, targets, onDecide, onCancel }: Props): ReactElement {
  const { format } = usePage();
  const recommended = row.recommendation.versionId;
  const planned = targets.find(({ id }) => row.fixVersions.some((version) => version.id === id))?.id;
  const first = recommended ?? planned ?? targets[0]?.id ?? '';
  const [version, setVersion] = useState(first);
  const [note, setNote] = useState('');
  const field = useRef<HTMLSelectElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <FormFrame
      title={`Fix ${row.key} now`}
      submit="Fix now"
      choice={() => (version === '' ? null : { kind: 'fix-now', versionId: version, note })}
      missing="Choose a release. Where there is none, plan one in Jira first."
      onDecide={onDecide}
      onCancel={onCancel}
    >
      <label>
        <span>In release</span>
        <select ref={field} className="select" value={version} onChange={(event) => setVersion(event.target.value)}>
          {targets.length === 0 && <option value="">No release is planned</option>}
          {targets.map(({ id, name, releaseDate, cycle }) => (
            <option key={id} value={id}>
              {[
                name,
                ...(id === recommended ? ['recommended'] : []),
                ...(releaseDate === null ? [] : [format.date(releaseDate)]),
                ...(cycle === 'normal' ? [] : [cycleNames[cycle].toLowerCase()]),
              ].join(', ')}
            </option>
          ))}
        </select>
      </label>
      <NoteField note={note} onChange={setNote} />
    </FormFrame>
  );
}
