import { useState, type ReactElement } from 'react';
import type { SettingsProblem } from '../../../../../src/contracts/settings';
import { FieldProblem, hasProblem, problemId } from '../field-problem';
import { lengthText, minutesIn } from './length-words';

interface Props {
  readonly label: string;
  readonly path: string;
  /** Minutes; null for none, NaN where what is written cannot be read. */
  readonly minutes: number | null;
  readonly onChange: (minutes: number | null) => void;
  readonly problems: readonly SettingsProblem[];
  readonly placeholder?: string;
}

/** A length of time as people write it, with its problem beside it. */
export function LengthField({ label, path, minutes, onChange, problems, placeholder }: Props): ReactElement {
  const [text, setText] = useState(lengthText(minutes));
  const said = minutesIn(text);
  // What was discarded or saved elsewhere takes the place of what was typed.
  const shown = Object.is(said, minutes) ? text : lengthText(minutes);
  const invalid = hasProblem(problems, path);
  const unread = Number.isNaN(minutes) ? [{ path, message: 'Write a time such as 30 min, 4 h or 2 d.' }] : problems;
  return (
    <>
      <input
        className="input input-length"
        aria-label={label}
        aria-invalid={invalid}
        aria-describedby={invalid ? problemId(path) : undefined}
        maxLength={20}
        placeholder={placeholder}
        value={shown}
        onChange={(event) => {
          setText(event.target.value);
          onChange(minutesIn(event.target.value));
        }}
      />
      <FieldProblem problems={unread} path={path} />
    </>
  );
}
