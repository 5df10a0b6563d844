import SectionMessage from '@atlaskit/section-message';
import { useCallback, type ReactElement } from 'react';
import type { PanelView } from '../../../../src/contracts/panel';
import type { StageSummary } from '../../../../src/contracts/screen';
import { call } from '../bridge/call';
import { Announcer } from '../shared/announcer';
import { DataAge } from '../shared/data-age';
import { Loading } from '../shared/loading';
import { usePage } from '../shared/page-context';
import { ProblemNotice } from '../shared/problem-notice';
import { verdictChanges } from '../shared/shown-verdict';
import { StoreNotice } from '../shared/store-notice';
import { useLiveView } from '../shared/use-live-view';
import { AgingLine } from './aging-line';
import { Behaviours } from './behaviours';
import { Decision } from './decision';
import { DefectFacts } from './defect-facts';
import { DefectTrail } from './defect-trail';
import { DeferralOfIssue } from './deferral';
import { Duplicates } from './duplicates';
import { Freezes } from './freezes';
import { LastPublished } from './last-published';
import { Nominations } from './nominations';
import { OriginPart } from './origin';
import { OwnerLine } from './owner-line';
import { PanelRelease } from './panel-release';
import { Score } from './score-section';
import './panel.css';

/** Which releases this issue holds, and why. */
export function IssuePanel(): ReactElement {
  const { project, issue } = usePage().context.extension;
  if (project === undefined || issue === undefined) {
    return (
      <SectionMessage appearance="warning" title="No issue here">
        <p>Open this panel from an issue in Jira.</p>
      </SectionMessage>
    );
  }
  return (
    <main className="panel stack">
      <PanelOfIssue key={issue.id} project={project} issueId={issue.id} />
    </main>
  );
}

function changes(before: PanelView, after: PanelView): string[] {
  if (before.kind === 'other' || after.kind === 'other') return [];
  const earlier: readonly { version: { id: string }; stages: readonly StageSummary[] }[] = before.releases;
  return after.releases.flatMap(({ version, stages }) => {
    const same = earlier.find((release) => release.version.id === version.id);
    return same === undefined ? [] : verdictChanges(version.name, same.stages, stages, Date.parse(after.now));
  });
}

function PanelOfIssue({ project, issueId }: { project: { id: string; key: string }; issueId: string }): ReactElement {
  const { view, problem, silentSince, reload } = useLiveView(
    useCallback(() => call('panel', { issueId }), [issueId]),
    project.id,
  );
  if (problem?.kind === 'failed') return <LastPublished project={project} issueId={issueId} retry={reload} />;
  if (problem !== null) return <ProblemNotice problem={problem} retry={() => void reload()} />;
  if (view === null) return <Loading what="the release gates" heights={[20, 72]} />;
  if (view.kind === 'other') {
    return (
      <p className="subtle">Holdpoint follows {listed(view.workTypes)} here; this issue is neither, so it holds no release.</p>
    );
  }
  return (
    <>
      <Announcer<PanelView> view={view} describe={changes} />
      {view.kind === 'defect' && <DefectFacts defect={view} />}
      {view.kind === 'defect' && view.open && <OwnerLine issueId={issueId} revision={view.revision} />}
      {view.kind === 'defect' && <Decision projectId={project.id} issueId={issueId} revision={view.revision} />}
      {view.kind === 'defect' && <DeferralOfIssue issueId={issueId} revision={view.revision} open={view.open} />}
      <StoreNotice store={view.store} projectId={project.id} />
      {view.releases.map((release) => (
        <PanelRelease key={release.version.id} projectKey={project.key} version={release.version} stages={release.stages} />
      ))}
      {view.releases.length === 0 && <NoRelease kind={view.kind} open={view.kind === 'defect' && view.open} />}
      {view.kind === 'defect' && <Freezes issueId={issueId} revision={view.revision} />}
      {view.kind === 'defect' && view.open && <AgingLine issueId={issueId} revision={view.revision} />}
      {view.kind === 'defect' && <Score issueId={issueId} revision={view.revision} />}
      {view.kind === 'defect' && <Behaviours issueId={issueId} revision={view.revision} />}
      {view.kind === 'defect' && <Duplicates issueId={issueId} revision={view.revision} />}
      {view.kind === 'defect' && <OriginPart issueId={issueId} revision={view.revision} />}
      {view.kind === 'defect' && <Nominations issueId={issueId} revision={view.revision} />}
      {view.kind === 'defect' && <DefectTrail issueId={issueId} revision={view.revision} />}
      <DataAge store={view.store} silentSince={silentSince} />
    </>
  );
}

function NoRelease({ kind, open }: { kind: 'defect' | 'release-ticket'; open: boolean }): ReactElement {
  if (kind === 'release-ticket') {
    return <p>This ticket names no unreleased version. Set its fix version, so that Holdpoint knows which release it is.</p>;
  }
  return <p>{open ? 'No unreleased fix version: this defect holds no release.' : 'This defect is done and holds no release.'}</p>;
}

function listed(workTypes: readonly string[]): string {
  return workTypes.length < 2 ? workTypes.join('') : `${workTypes.slice(0, -1).join(', ')} and ${workTypes.at(-1) ?? ''}`;
}
