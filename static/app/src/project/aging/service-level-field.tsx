import Button from '@atlaskit/button/new';
import { useId, useState, type FormEvent, type ReactElement } from 'react';
import type { ServiceLevel } from '../../../../../src/contracts/aging';

interface Props {
  readonly level: ServiceLevel | null;
  readonly onChange: (level: ServiceLevel | null) => void;
}

const limits = { share: { min: 50, max: 99 }, days: { min: 1, max: 3650 } } as const;
const usual = { share: '85', days: '' };

/** The viewer's own service level: so many of 100 closed within so many days. It becomes a line of the chart. */
export function ServiceLevelField({ level, onChange }: Props): ReactElement {
  const id = useId();
  const [share, setShare] = useState(String(level?.share ?? usual.share));
  const [days, setDays] = useState(String(level?.days ?? usual.days));
  const [held, setHeld] = useState(level);
  // A link, or the way back, may bring another one.
  if (level?.share !== held?.share || level?.days !== held?.days) {
    setHeld(level);
    if (level !== null) {
      setShare(String(level.share));
      setDays(String(level.days));
    }
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onChange({ share: Number(share), days: Number(days) });
  };
  return (
    <form className="service-level" onSubmit={submit}>
      <span id={`${id}-name`}>Service level</span>
      <input
        className="input"
        type="number"
        required
        aria-label="Of 100 defects"
        aria-describedby={`${id}-name`}
        {...limits.share}
        value={share}
        onChange={({ target }) => setShare(target.value)}
      />
      <span>of 100 within</span>
      <input
        className="input"
        type="number"
        required
        aria-label="Within days"
        aria-describedby={`${id}-name`}
        {...limits.days}
        value={days}
        onChange={({ target }) => setDays(target.value)}
      />
      <span>days</span>
      <Button type="submit" spacing="compact">
        {level === null ? 'Draw the line' : 'Change'}
      </Button>
      {level !== null && (
        <button type="button" className="link-button" onClick={() => onChange(null)}>
          Remove the line
        </button>
      )}
    </form>
  );
}
