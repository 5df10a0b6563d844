import CrossIcon from '@atlaskit/icon/core/cross';
import { useRef, useState, type ReactElement } from 'react';
import type { SettingsProblem } from '../../../../../src/contracts/settings';
import { useNames } from '../../project/decisions/use-names';
import { FieldProblem, hasProblem, problemId } from '../field-problem';
import { problemsUnder } from '../problems-under';
import { usePeopleSearch } from './use-people-search';

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
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const names = useNames(accountIds);
  const found = usePeopleSearch(text)?.filter(({ accountId }) => !accountIds.includes(accountId)) ?? null;
  const listed = problemsUnder(problems, path);
  const invalid = hasProblem(listed, path);
  const nameOf = (accountId: string): string => names.get(accountId) ?? 'Somebody whom Jira does not show';
  const choose = (accountId: string): void => {
    onChange([...accountIds, accountId]);
    setText('');
    input.current?.focus();
  };
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
      <input
        ref={input}
        className="input"
        aria-label={`Name somebody, ${of}`}
        aria-invalid={invalid}
        aria-describedby={invalid ? problemId(path) : undefined}
        placeholder="Begin to type a name"
        value={text}
        maxLength={80}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          const [best] = found ?? [];
          if (event.key !== 'Enter' || best === undefined) return;
          event.preventDefault();
          choose(best.accountId);
        }}
      />
      <FieldProblem problems={listed} path={path} />
      <div role="status" className="people-found">
        {found !== null && found.length === 0 && <span className="subtle">Jira finds nobody of that name.</span>}
        {found !== null && found.length > 0 && (
          <ul className="names" aria-label={`Found in Jira, ${of}`}>
            {found.map(({ accountId, name }) => (
              <li key={accountId} className="name-none">
                <button type="button" className="link-button" onClick={() => choose(accountId)}>
                  {name}
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
