import type { ReactElement } from 'react';
import { ChoiceField } from '../choice-field';
import { changeCommits } from '../edit-settings';
import { FoldedSection } from '../fold';
import { NameList } from '../name-list';
import { countUnder } from '../problems-under';
import type { SettingsEditor } from '../use-settings';
import { BranchRules } from './branch-rules';
import { commitsSummary, copyPolicies, plainPolicies } from './commit-words';
import './commits.css';

/** What commits to branches must say, as `holdpoint check-commits` judges them. */
export function CommitsSection({ editor }: { editor: SettingsEditor }): ReactElement {
  const { draft, problems, edit } = editor;
  const { commits } = draft;
  return (
    <FoldedSection id="commits" title="Commits" summary={commitsSummary(commits)} problems={countUnder(problems, 'commits')}>
      <p className="subtle">
        What the command <code>holdpoint check-commits</code> asks of a commit. The first rule whose branch fits decides; a branch
        that none fits is not checked. In a branch, * stands for anything but a slash, ** for anything, and{' '}
        <code>{'{version}'}</code> for the version that its issues are fixed in.
      </p>
      <BranchRules editor={editor} />
      <h3>Commits that nobody wrote</h3>
      <ul className="policies" aria-label="Commits that nobody wrote">
        {plainPolicies.map(({ field, title, choices }) => (
          <li key={field} className="field-line">
            <span className="policy-title">{title}</span>
            <ChoiceField
              label={title}
              path={`commits.${field}`}
              value={commits[field]}
              choices={choices}
              onChange={(policy) => edit(changeCommits({ [field]: policy }))}
              problems={problems}
            />
          </li>
        ))}
        {copyPolicies.map(({ field, title, choices }) => (
          <li key={field} className="field-line">
            <span className="policy-title">{title}</span>
            <ChoiceField
              label={title}
              path={`commits.${field}`}
              value={commits[field]}
              choices={choices}
              onChange={(policy) => edit(changeCommits({ [field]: policy }))}
              problems={problems}
            />
          </li>
        ))}
      </ul>
      <h3>Addresses of machines</h3>
      <p className="subtle">
        Commits whose author has one of these e-mail addresses are those of machines; * stands for anything. Whoever writes a
        commit chooses its address, so this stops mistakes and nobody who means harm.
      </p>
      <NameList
        what="Addresses of machines"
        one="address"
        hint="e.g. *[bot]@*"
        maxLength={200}
        names={commits.bots}
        path="commits.bots"
        onChange={(bots) => edit(changeCommits({ bots }))}
        problems={problems}
      />
    </FoldedSection>
  );
}
