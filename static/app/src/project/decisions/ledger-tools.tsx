import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { useState, type ReactElement } from 'react';
import type { DecisionsView } from '../../../../../src/contracts/decisions';
import { CopyButton } from '../../shared/copy-button';
import { useServerNow } from '../../shared/server-clock';
import { checkLedger, type LedgerCheck } from './check-ledger';
import { exportLedger } from './export-ledger';
import type { LedgerRequest } from './use-decisions';

type Tool = 'verify' | 'csv' | 'json';
type Outcome = LedgerCheck | { readonly kind: 'saved'; readonly file: string };
const shortHash = 16;

/** Checks the ledger, and takes it away as a file. */
export function LedgerTools({ request, view }: { request: LedgerRequest; view: DecisionsView }): ReactElement {
  const [running, setRunning] = useState<Tool | null>(null);
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const now = useServerNow();
  const site = request.ledger === 'site';
  const follow = (done: number, total: number): void => setProgress({ done, total });
  const exported = (format: 'csv' | 'json'): Promise<Outcome> => {
    const { id, key, name } = view.project;
    const ledger = site ? { chain: 'site', key: 'site', name: 'Every project' } : { chain: id, key, name };
    return exportLedger(request, format, ledger, new Date(now).toISOString(), follow);
  };
  const run = async (tool: Tool): Promise<void> => {
    setRunning(tool);
    setProgress(null);
    setOutcome(null);
    const ledger = { projectId: request.projectId, ledger: site ? 'site' : 'project' } as const;
    setOutcome(await (tool === 'verify' ? checkLedger(ledger, view.head, follow) : exported(tool)));
    setRunning(null);
  };
  const button = (tool: Tool, words: string): ReactElement => (
    <Button isLoading={running === tool} isDisabled={running !== null && running !== tool} onClick={() => void run(tool)}>
      {words}
    </Button>
  );
  return (
    <div className="stack stack-tight ledger-tools">
      <div className="actions">
        {button('verify', 'Verify this ledger')}
        {button('csv', 'Export CSV')}
        {button('json', 'Export JSON')}
      </div>
      <div role="status">
        {running !== null && <Progress verb={running === 'verify' ? 'Checked' : 'Fetched'} progress={progress} />}
        {running === null && outcome !== null && <OutcomeWords outcome={outcome} />}
      </div>
    </div>
  );
}

function Progress({ verb, progress }: { verb: string; progress: { done: number; total: number } | null }): ReactElement {
  if (progress === null) return <p className="subtle">One moment …</p>;
  return (
    <p className="subtle">
      {verb} {figure(progress.done)} of {figure(progress.total)} entries …
    </p>
  );
}

function OutcomeWords({ outcome }: { outcome: Outcome }): ReactElement {
  switch (outcome.kind) {
    case 'saved':
      return <p className="subtle">Saved as {outcome.file}.</p>;
    case 'stopped':
      return (
        <p className="problem">
          {outcome.problem.title}. {outcome.problem.message}
        </p>
      );
    case 'broken':
      return (
        <SectionMessage appearance="error" title={`Entry ${figure(outcome.seq)} is not as it was written`} headingLevel="h2">
          <p>{outcome.because} Entries before it are whole. Export the ledger and tell your Jira admin.</p>
        </SectionMessage>
      );
    case 'whole':
      return <Whole place={outcome.place} withheld={outcome.withheld} />;
  }
}

function Whole({ place, withheld }: { place: { seq: number; hash: string }; withheld: number }): ReactElement {
  const words =
    place.seq === 0
      ? 'The ledger has no entry yet'
      : place.seq === 1
        ? 'The one entry is as it was written'
        : `All ${figure(place.seq)} entries are as they were written`;
  return (
    <SectionMessage appearance="success" title={words} headingLevel="h2">
      <p className="decision-hash">
        Head: <code title={place.hash}>{place.hash.slice(0, shortHash)}…</code>
        <CopyButton text={place.hash} what="the whole hash of the head" />
      </p>
      {withheld > 0 && (
        <p>
          The evidence behind {withheld === 1 ? 'one of them' : `${figure(withheld)} of them`} is no longer kept; what was decided
          is.
        </p>
      )}
    </SectionMessage>
  );
}

function figure(count: number): string {
  return count.toLocaleString('en');
}
