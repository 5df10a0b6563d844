import WarningIcon from '@atlaskit/icon/core/status-warning';
import type { ReactElement } from 'react';
import type { SettingsProblem } from '../../../../../src/contracts/settings';
import { CheckField } from '../check-field';
import { NameList } from '../name-list';
import { classes, lists, type MaskingRules } from './masking-words';

interface Props {
  readonly rules: MaskingRules;
  readonly path: string;
  /** Whose rules they are, e.g. `production`. */
  readonly whose: string;
  readonly onChange: (change: Partial<MaskingRules>) => void;
  readonly problems: readonly SettingsProblem[];
}

/** What is masked, what is not, and what is only here. */
export function RulesFields({ rules, path, whose, onChange, problems }: Props): ReactElement {
  return (
    <>
      <ul className="mask-classes" aria-label={`What is masked, ${whose}`}>
        {classes.map(({ field, title, what }) => (
          <li key={field}>
            <CheckField checked={rules[field]} onChange={(checked) => onChange({ [field]: checked })} about={whose}>
              {title} <span className="subtle">({what})</span>
            </CheckField>
          </li>
        ))}
      </ul>
      {!rules.secrets && (
        <p className="note">
          <WarningIcon label="" size="small" />
          <span>Secrets in logs and messages are then stored as they come.</span>
        </p>
      )}
      <div className="name-lists">
        {lists.map(({ field, title, about, one, hint, most }) => (
          <div key={field} className="stack stack-tight">
            <strong>{title}</strong>
            <p className="subtle small">{about}</p>
            <NameList
              what={`${title}, ${whose}`}
              one={one}
              hint={hint}
              maxLength={most}
              names={rules[field]}
              path={`${path}.${field}`}
              onChange={(names) => onChange({ [field]: names })}
              problems={problems}
            />
          </div>
        ))}
      </div>
    </>
  );
}
