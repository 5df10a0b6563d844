import Button from '@atlaskit/button/new';
import { useEffect, useId, useRef, type ReactElement } from 'react';
import type { BridgeView } from '../../../../../src/contracts/bridge';

export type Preview = Extract<BridgeView<'previewWorkflow'>, { kind: 'change' }>;

interface Props {
  readonly preview: Preview;
  readonly name: string;
  readonly shared: string | null;
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onLeave: () => void;
}

/** What a change would do, transition by transition, before somebody says yes. */
export function ChangePreview({ preview: { lines, notes, said }, name, shared, busy, onConfirm, onLeave }: Props): ReactElement {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const errors = said.filter(({ level }) => level === 'ERROR');
  return (
    <section className="confirm workflow-preview" aria-labelledby={id}>
      <h4 ref={heading} id={id} tabIndex={-1}>
        What would change in {name}
      </h4>
      <ul className="workflow-lines">
        {lines.map(({ transition, to, now, then }) => (
          <li key={transition} data-line={transition}>
            <strong>{transition}</strong> <span className="subtle">to {to}</span>
            <dl>
              <div>
                <dt>Now</dt>
                <dd>{now}</dd>
              </div>
              <div>
                <dt>Then</dt>
                <dd>
                  <strong>{then}</strong>
                </dd>
              </div>
            </dl>
          </li>
        ))}
      </ul>
      {shared !== null && <p className="note">{shared}</p>}
      {notes.map((note) => (
        <p key={note} className="note">
          {note}
        </p>
      ))}
      {said.length > 0 && (
        <div>
          <p className={errors.length > 0 ? 'problem' : undefined}>
            {errors.length > 0 ? 'Jira would not take this change:' : 'Jira would take this change, and says:'}
          </p>
          <ul>
            {said.map(({ message }) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </div>
      )}
      <div className="actions">
        {errors.length === 0 && (
          <Button appearance="primary" isDisabled={busy} onClick={onConfirm}>
            Change the workflow
          </Button>
        )}
        <Button appearance="subtle" isDisabled={busy} onClick={onLeave}>
          Back
        </Button>
      </div>
    </section>
  );
}
