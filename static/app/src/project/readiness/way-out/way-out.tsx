import { useCallback, useId, useState, type ReactElement } from 'react';
import type { DefectRow, ReadinessView, StageReadiness } from '../../../../../../src/contracts/readiness';
import type { Way } from '../../../../../../src/contracts/way-out';
import { call } from '../../../bridge/call';
import { DeferDialog } from '../../../deferral/defer-dialog';
import { Choice } from '../../../shared/choice';
import { RelativeTime } from '../../../shared/moment';
import { useFollowed } from '../../use-followed';
import { NextAction } from '../next-action';
import { WayStepRow } from './way-step';
import { expectedWords, waitsWords, waySentence } from './way-words';
import './way-out.css';

const choices = [
  { value: 'any', label: 'Any way' },
  { value: 'close', label: 'Closing only' },
  { value: 'defer', label: 'Deferring only' },
] as const;
type Acts = (typeof choices)[number]['value'];

interface Props {
  readonly view: Pick<ReadinessView, 'project' | 'version' | 'revision'>;
  readonly stage: StageReadiness;
  readonly defects: readonly DefectRow[];
}

interface Left {
  readonly id: string;
  readonly key: string;
}

/**
 * The cheapest way out of a held gate, by expected hours. The fewest closures, which came with the screen, stand here until it is worked
 * out, and where it cannot be.
 */
export function WayOut({ view, stage, defects }: Props): ReactElement | null {
  const [acts, setActs] = useState<Acts>('any');
  const [left, setLeft] = useState<readonly Left[]>([]);
  const [deferred, setDeferred] = useState<Left | null>(null);
  const { project, version, revision } = view;
  const without = left.map(({ id }) => id).join(' ');
  const read = useCallback(
    () =>
      call('wayOut', {
        ...{ projectId: project.id, versionId: version.id, stage: stage.stage.key },
        acts: acts === 'any' ? ['close', 'defer'] : [acts],
        without: without === '' ? [] : without.split(' '),
      }),
    [project.id, version.id, stage.stage.key, acts, without],
  );
  const { view: way, reload } = useFollowed(read, revision);
  if (way === null || way.kind === 'not-held')
    return stage.unblock === null ? null : <NextAction unblock={stage.unblock} defects={defects} />;
  return (
    <div className="next-action way-out" data-way={way.kind}>
      {way.kind === 'way' ? (
        <Steps way={way} versionId={version.id} defer={setDeferred} leave={(one) => setLeft([...left, one])} />
      ) : (
        <p>
          <strong>{notEnough(acts, left.length)}</strong>
        </p>
      )}
      <div className="way-choices">
        <Choice label="What may be done to open defects" options={choices} value={acts} onChange={setActs} />
        {left.length > 0 && (
          <span className="subtle">
            Left as {left.length === 1 ? 'it is' : 'they are'}: {left.map(({ key }) => key).join(', ')}{' '}
            <button type="button" className="link-button" onClick={() => setLeft([])}>
              Consider {left.length === 1 ? 'it' : 'them'} again
            </button>
          </span>
        )}
      </div>
      {deferred !== null && (
        <DeferDialog
          projectId={project.id}
          issues={[deferred]}
          onClose={(asked) => {
            setDeferred(null);
            if (asked.length > 0) void reload();
          }}
        />
      )}
    </div>
  );
}

function notEnough(acts: Acts, left: number): string {
  if (left > 0) return 'Without those that you leave as they are the gate does not open.';
  if (acts === 'defer') return 'Deferring alone does not open this gate: there is no later release to defer to.';
  return 'Nothing that can be done to its defects opens this gate.';
}

const firstShown = 6;

interface StepsProps {
  readonly way: Way;
  readonly versionId: string;
  readonly defer: (defect: Left) => void;
  readonly leave: (defect: Left) => void;
}

function Steps({ way, versionId, defer, leave }: StepsProps): ReactElement {
  const [all, setAll] = useState(false);
  const list = useId();
  const shown = all ? way.steps : way.steps.slice(0, firstShown);
  const expected = expectedWords(way);
  return (
    <>
      <p>
        <strong>{waySentence(way)}</strong> {expected !== '' && <span className="subtle">{expected}</span>}
      </p>
      <ul className="way-steps" id={list} aria-label="What to do">
        {shown.map((step, n) => (
          <WayStepRow key={`${step.act} ${step.defect?.id ?? step.condition} ${n}`} {...{ step, versionId, defer, leave }} />
        ))}
        {way.steps.length > shown.length && (
          <li>
            <button type="button" className="link-button" aria-controls={list} onClick={() => setAll(true)}>
              and {way.steps.length - shown.length} more
            </button>
          </li>
        )}
        {way.hidden > 0 && <li className="subtle">and {way.hidden} you may not see</li>}
      </ul>
      <Besides way={way} />
    </>
  );
}

/** What is left to wait for, and what the hours rest on. */
function Besides({ way: { rest, smallest, restsOn } }: { way: Way }): ReactElement {
  return (
    <>
      {rest.length > 0 && (
        <ul className="way-rest" aria-label="What holds the gate besides">
          {rest.map(({ title, reason, until }) => (
            <li key={title}>
              {title}: {reason}
              {until !== null && (
                <>
                  {' '}
                  (met by itself <RelativeTime at={until} />)
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      <details className="small way-basis">
        <summary className="subtle">How the hours are found</summary>
        <p className="subtle small">
          Closing: how much longer half of the closed defects of the same severity took that were once as old ({restsOn.closed}{' '}
          closed in 180 days). Deferring: how long half of the approved deferrals waited for their approval ({restsOn.approved}).
          {restsOn.waits.length > 0 &&
            ' What else is to be done: how much longer half of those took that had once waited as long.'}
        </p>
        {restsOn.waits.map((waits) => (
          <p className="subtle small" key={`${waits.act} ${waits.cause ?? ''}`}>
            {waitsWords(waits)}
          </p>
        ))}
        <p className="subtle small">
          What has no history is taken for a day. The steps are those whose hours add up to the least.
          {!smallest && ' A cheaper way may exist; there were too many to try them all.'}
        </p>
      </details>
    </>
  );
}
