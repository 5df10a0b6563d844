import type { ReactElement } from 'react';
import type { TrainView } from '../../../../../src/contracts/trains';
import { ReleaseLink } from './release-link';
import { sentenceCase } from './train-words';

/** What to see to first, so that the train may go on. */
export function TrainNext({ view, ownKey }: { view: TrainView; ownKey: string | null }): ReactElement | null {
  const { next, state, members } = view;
  if (state !== 'running' || members === 0 || view.stages.length === 0) return null;
  if (next === null) return <p data-part="next">Nothing keeps it: all of its releases may enter every stage.</p>;
  const stage = next.stage.toLowerCase();
  if (next.release === null)
    return (
      <p data-part="next">What keeps it from {stage} is in a project that you may not see. Ask who looks after that project.</p>
    );
  const { release } = next;
  return (
    <p data-part="next">
      <strong>Next, for {stage}:</strong> <ReleaseLink {...release} isOwn={release.projectKey === ownKey} />.{' '}
      {sentenceCase(next.because)}.
    </p>
  );
}
