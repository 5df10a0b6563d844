import CrossIcon from '@atlaskit/icon/core/cross';
import { useRef, type ReactElement } from 'react';
import type { SettingsProblem } from '../../../../../src/contracts/settings';
import { useNames } from '../../project/decisions/use-names';
import { FieldProblem, hasProblem, problemId } from '../field-problem';
import { PersonSearch } from '../person-search';
import { problemsUnder } from '../problems-under';

interface Props {
  /** Which level, for readers that hear one field alone. */
  readonly of: string;
  readonly path: string;
  readonly accountIds: readonly string[];
  readonly onChange: (accountIds: string[]) => void;
  readonly problems: readonly SettingsProblem[];
}

/** People by name. What is kept is their account; Jira tells their names. */
export function PeopleField({ of, path, accountIds, onChange, problems }: Props): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  const names = useNames(accountIds);
  const listed = problemsUnder(problems, path);
  const invalid = hasProblem(listed, path);
  const nameOf = (accountId: string): string => names.get(accountId) ?? 'Somebody whom Jira does not show';
  return (
    <div className="people-field">
      {accountIds.length > 0 && (
        <ul className="names" aria-label={`People, ${of}`}>
          {accountIds.map((accountId) => (
            <li key={accountId}>
              {nameOf(accountId)}
              <button
                type="button"
                aria-label={`Remove ${nameOf(accountId)}`}
                onClick={() => {
                  onChange(accountIds.filter((other) => other !== accountId));
                  input.current?.focus();
                }}
              >
                <CrossIcon label="" size="small" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <PersonSearch
        ref={input}
        label={`Name somebody, ${of}`}
        without={accountIds}
        problem={invalid ? problemId(path) : undefined}
        onChoose={(accountId) => {
          onChange([...accountIds, accountId]);
          input.current?.focus();
        }}
      />
      <FieldProblem problems={listed} path={path} />
    </div>
  );
}
