import type { ReactElement } from 'react';
import type { DeferralOptionsView } from '../../../../src/contracts/deferrals';
import { useNames } from '../project/decisions/use-names';
import { listed, listedKeys } from './deferral-words';

interface Props {
  readonly options: DeferralOptionsView;
  readonly issueIds: readonly string[];
}

/** Who will decide, by name where the settings name people. */
export function Approvers({ options, issueIds }: Props): ReactElement {
  const asked = options.defects.filter(({ id }) => issueIds.includes(id));
  const names = useNames(asked.flatMap(({ approvers }) => approvers.flatMap(({ accountId }) => accountId ?? [])));
  const sentences = [...new Set(asked.map(({ approver }) => approver))];
  return (
    <div className="defer-approver" data-approver>
      {sentences.map((sentence) => {
        const those = asked.filter(({ approver }) => approver === sentence);
        const accounts = [...new Set(those.flatMap(({ approvers }) => approvers.flatMap(({ accountId }) => accountId ?? [])))];
        const people = accounts.flatMap((account) => names.get(account) ?? []);
        return (
          <p key={sentence}>
            {sentences.length > 1 && `${listedKeys(those.map(({ key }) => key))}: `}
            {sentence}
            {people.length > 0 && ` ${listed(people)}.`}
          </p>
        );
      })}
      <p className="subtle small">Nobody approves what they asked for themselves or what is assigned to them.</p>
    </div>
  );
}
