import Button from '@atlaskit/button/new';
import { useEffect, useId, useRef, type ReactElement } from 'react';
import type { SourceSecretView, SourceView } from '../../../../../src/contracts/sources';
import { CopyButton } from '../../shared/copy-button';
import { nextSteps } from './source-words';

interface Props {
  readonly name: string;
  readonly kind: SourceView['kind'];
  readonly made: Extract<SourceSecretView, { kind: 'made' }>;
  readonly onDone: () => void;
}

/** A secret that was just made, and what to do with it. It is held by this part of the page alone and gone with it. */
export function SecretOnce({ name, kind, made, onDone }: Props): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  const headingId = useId();
  useEffect(() => heading.current?.focus(), []);
  const { connection, webhookSecret, webhookUrl } = made;
  return (
    <div className="secret-once" role="group" aria-labelledby={headingId} data-secret={made.id}>
      <h3 ref={heading} id={headingId} tabIndex={-1}>
        {name}: take its secret now
      </h3>
      <p>
        <strong>It is shown only now.</strong> Holdpoint cannot show it again; whoever loses it makes a new one.
      </p>
      {connection !== null && <Secret label="HOLDPOINT_CONNECTION" what="HOLDPOINT_CONNECTION" text={connection} rows={4} />}
      {webhookUrl !== null && <Secret label="Address" what="the address" text={webhookUrl} rows={2} />}
      {webhookSecret !== null && <Secret label="Secret" what="the secret" text={webhookSecret} rows={2} />}
      <ol className="next-steps">
        {nextSteps[kind].map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <Button appearance="primary" onClick={onDone}>
        I have kept it
      </Button>
    </div>
  );
}

/** Browsers write what stands in fields to their disk unless they are told not to. */
const notKept = { autoComplete: 'off', spellCheck: false } as const;

function Secret({ label, what, text, rows }: { label: string; what: string; text: string; rows: number }): ReactElement {
  return (
    <div className="secret">
      <label className="secret-field">
        {label}
        <textarea
          {...notKept}
          className="input secret-text"
          readOnly
          rows={rows}
          value={text}
          onFocus={(event) => event.currentTarget.select()}
        />
      </label>
      <CopyButton text={text} what={what} />
    </div>
  );
}
