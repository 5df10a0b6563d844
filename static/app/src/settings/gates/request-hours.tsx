import type { ReactElement } from 'react';
import { NumberField } from '../number-field';
import type { SettingsEditor } from '../use-settings';

interface Hours {
  readonly mostHours: number;
  readonly decideWithinHours: number;
}

interface Props {
  /** What is asked for, after "an". */
  readonly what: string;
  /** The sentence before the first number. */
  readonly holds: string;
  readonly path: string;
  readonly hours: Hours;
  readonly onChange: (hours: Partial<Hours>) => void;
  readonly problems: SettingsEditor['problems'];
}

/** How long something that is asked for holds, and when a request lapses. */
export function RequestHours({ what, holds, path, hours, onChange, problems }: Props): ReactElement {
  return (
    <>
      <p className="field-line">
        <span className="row-words">{holds}</span>
        <NumberField
          label={`Most hours of an ${what}`}
          path={`${path}.mostHours`}
          value={hours.mostHours}
          onChange={(mostHours) => onChange({ mostHours })}
          problems={problems}
        />
        <span className="row-words">hours from its approval</span>
      </p>
      <p className="field-line">
        <span className="row-words">A request lapses where nobody decides it within</span>
        <NumberField
          label={`Hours to decide an ${what}`}
          path={`${path}.decideWithinHours`}
          value={hours.decideWithinHours}
          onChange={(decideWithinHours) => onChange({ decideWithinHours })}
          problems={problems}
        />
        <span className="row-words">hours</span>
      </p>
    </>
  );
}
