import type { ReactElement } from 'react';
import type { AnalysisOverview } from '../../../../src/contracts/analysis-page';
import { IssueLink } from '../shared/jira-link';
import { ColorChoice } from './color-choice';
import { partNames } from './part-names';

/** Which export this is and as of when, and what it comes to: a sentence for each part, and what to look at first. */
export function AnalysisHead({ view }: { view: AnalysisOverview }): ReactElement {
  const { title, at, since, issues, open, verdicts, first, severities, severityNote } = view;
  return (
    <header className="stack analysis-head">
      <div className="page-head">
        <div className="stack stack-tight">
          <h1>What {title} says</h1>
          <p className="subtle">
            {issues.toLocaleString('en')} {issues === 1 ? 'issue' : 'issues'}, {open.toLocaleString('en')} open, as of{' '}
            <time dateTime={at}>{momentWords(at)}</time>; the first is of{' '}
            <time dateTime={since}>{momentWords(since).slice(0, 10)}</time>.
          </p>
        </div>
        <ColorChoice />
      </div>
      {first !== null && (
        <p className="summary">
          Look at <IssueLink issueKey={first.key} /> first: {first.because}.
        </p>
      )}
      <dl className="analysis-verdicts">
        {verdicts.map(({ part, sentence }) => (
          <div key={part}>
            <dt>
              <a href={`#${part}`}>{partNames[part]}</a>
            </dt>
            <dd>{sentence}</dd>
          </div>
        ))}
        <div>
          <dt>
            <a href="#not-known">Not known</a>
          </dt>
          <dd>{view.unknown.map(({ what }) => what).join('; ')}.</dd>
        </div>
      </dl>
      <p className="subtle small">
        {severityNote}{' '}
        {severities.map(({ severity, names }) => (severity === names ? severity : `${severity} is ${names}`)).join('; ')}
        {severities.length > 0 && '. '}Every issue of the export counts as a defect here; days and moments are UTC.
      </p>
    </header>
  );
}

/** `2026-11-10 12:00 UTC` */
function momentWords(at: string): string {
  return `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
}
