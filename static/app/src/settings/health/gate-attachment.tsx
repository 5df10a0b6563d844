import type { ReactElement } from 'react';
import type { ProjectHealth } from '../../../../../src/contracts/health';
import { ClockTime, RelativeTime } from '../../shared/moment';
import { HealthMark } from './health-mark';
import type { HealthState } from './health-words';
import { HowToAttach } from './how-to-attach';
import { WhatToDo } from './signal-list';
import { TransitionLocks } from './transition-locks';

/** Where no signal judges it, as while a project is being read. */
const states: Record<ProjectHealth['attachment']['state'], HealthState | null> = {
  attached: 'good',
  partly: 'attention',
  missing: 'attention',
  unknown: null,
};

/** Is the gate attached? Which transitions of release tickets carry which of Holdpoint's rules. */
export function GateAttachment({ health: { project, attachment, signals } }: { health: ProjectHealth }): ReactElement {
  const { state, sentence, checkedAt, transitions, unguarded } = attachment;
  const guarded = transitions.filter(({ locks, stage }) => locks.length > 0 || stage !== null);
  const free = transitions.filter((transition) => !guarded.includes(transition));
  // The sentence may name them already.
  const unnamed = unguarded.filter((stage) => !sentence.includes(stage));
  const rules = signals.find(({ id }) => id === 'rules');
  const mark = rules?.state ?? states[state];
  return (
    <section className="health-part" data-attachment={state}>
      <h4>Is the gate attached?</h4>
      <div className={mark === null ? undefined : 'signal'}>
        {mark !== null && <HealthMark state={mark} />}
        <div>
          <p>{sentence}</p>
          {unnamed.length > 0 && (
            <p>
              Unguarded: <strong>{unnamed.join(', ')}</strong>.
            </p>
          )}
          {typeof rules?.action === 'string' && <WhatToDo>{rules.action}</WhatToDo>}
        </div>
      </div>
      {guarded.length > 0 && <TransitionLocks transitions={guarded} projectName={project.name} />}
      {free.length > 0 && (
        <p className="subtle small">
          Transitions without a gate: {free.map(({ transition, to }) => `${transition} (to ${to})`).join(', ')}.
        </p>
      )}
      <HowToAttach project={project} open={state === 'missing' || state === 'partly'} />
      {checkedAt !== null && (
        <p className="subtle small">
          Workflows looked at <ClockTime at={checkedAt} />, <RelativeTime at={checkedAt} />.
        </p>
      )}
    </section>
  );
}
