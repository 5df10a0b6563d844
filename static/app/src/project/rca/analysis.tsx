import { useState, type ReactElement } from 'react';
import type { AnalysisView } from '../../../../../src/contracts/analyses';
import type { BridgePayload } from '../../../../../src/contracts/bridge';
import { call } from '../../bridge/call';
import { useNames } from '../decisions/use-names';
import { allEscapes } from '../route';
import { RouteLink } from '../routing';
import { AnalysisContent } from './analysis-content';
import { AnalysisForm } from './analysis-form';
import { AnalysisHistory } from './analysis-history';
import { DecideForm } from './decide-form';
import type { Act, Problem } from './draft';

/** What became of the last act. */
interface Said {
  readonly done: boolean;
  readonly message: string;
  readonly problems: readonly Problem[];
}

/** The analysis of a release: how far it has come, what can be done, and what stands in it. */
export function Analysis({ view, reload }: { view: AnalysisView; reload: () => Promise<void> }): ReactElement {
  const { release, sentence, may, content, state } = view;
  const [said, setSaid] = useState<Said | null>(null);
  const [busy, setBusy] = useState(false);
  const names = useNames([
    ...[...view.authors, ...view.events.map(({ who }) => who)].flatMap((who) => who ?? []),
    ...content.actions.flatMap(({ owner }) => (owner === '' ? [] : owner)),
  ]);
  /** @returns the revision that there is now; null where nothing was done */
  const ask = async (act: Act, revision: number): Promise<number | null> => {
    const about = { projectId: view.project.id, versionId: release.id, revision };
    const payload: BridgePayload<'changeAnalysis'> = { ...about, ...act };
    const answer = await call('changeAnalysis', payload);
    if (answer.kind !== 'ok') setSaid({ done: false, message: answer.message, problems: [] });
    else if (answer.view.kind === 'refused') setSaid({ done: false, ...answer.view });
    else {
      setSaid({ done: true, message: answer.view.sentence, problems: [] });
      return answer.view.view.revision;
    }
    return null;
  };
  /** One after the other, as long as each is done. */
  const run = async (...acts: readonly Act[]): Promise<void> => {
    setBusy(true);
    let revision: number | null = view.revision;
    for (const act of acts) {
      if (revision === null) break;
      revision = await ask(act, revision);
    }
    await reload();
    setBusy(false);
  };
  return (
    <div className="stack rca" aria-busy={busy}>
      <header className="stack stack-tight">
        <h1>Why defects escaped from {release.name}</h1>
        <p className="rca-sentence">{sentence}</p>
        <p>
          <RouteLink to={{ screen: 'escapes', filters: { ...allEscapes, release: release.id } }}>
            See what escaped from {release.name}
          </RouteLink>
        </p>
      </header>
      <div role="status" className="rca-said">
        {said?.done === true && <p>{said.message}</p>}
      </div>
      {said?.done === false && (
        <p className="problem" role="alert">
          {said.message}
        </p>
      )}
      {may.decide && <DecideForm busy={busy} run={run} />}
      {may.write ? (
        <AnalysisForm key={release.id} view={view} names={names} problems={said?.problems ?? []} busy={busy} run={run} />
      ) : (
        state !== 'none' && <AnalysisContent content={content} names={names} />
      )}
      {view.events.length > 0 && <AnalysisHistory view={view} names={names} />}
    </div>
  );
}
