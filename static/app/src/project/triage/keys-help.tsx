import { IconButton } from '@atlaskit/button/new';
import CrossIcon from '@atlaskit/icon/core/cross';
import { useEffect, useRef, type ReactElement } from 'react';
import type { boardKeys } from './keys';
import { KeyCap } from './key-cap';

interface Props {
  readonly keys: typeof boardKeys;
  readonly on: boolean;
  readonly turn: (on: boolean) => void;
  readonly onClose: () => void;
}

/** What the keys do, and the way to turn them off. */
export function KeysHelp({ keys, on, turn, onClose }: Props): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="keys-help" aria-labelledby="keys-heading" data-section="keys">
      <div className="section-head">
        <h2 id="keys-heading" ref={heading} tabIndex={-1}>
          Keys
        </h2>
        <IconButton icon={CrossIcon} label="Hide the keys" appearance="subtle" spacing="compact" onClick={onClose} />
      </div>
      <dl>
        {keys.map(({ keys: caps, does }) => (
          <div key={does}>
            <dt>
              {caps.map((cap) => (
                <span key={cap}>
                  <KeyCap>{cap}</KeyCap>
                  <span className="unseen">{cap}</span>
                </span>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label className="inline">
        <input type="checkbox" checked={on} onChange={(event) => turn(event.target.checked)} />
        <span>Single keys do this; buttons always do</span>
      </label>
    </section>
  );
}
