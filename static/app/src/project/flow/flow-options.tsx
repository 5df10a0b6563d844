import type { ReactElement } from 'react';
import type { FlowView } from '../../../../../src/contracts/flow';
import { flowExtras, type FlowExtra, type FlowFilters } from './flow-filters';
import { StagesForm } from './stages-form';

const extraNames: Readonly<Record<FlowExtra, string>> = {
  rates: 'How many come and go a day',
  law: 'How long a defect stays open (Little’s law)',
  events: 'Releases, freezes and deployments',
  back: 'Until when defects that moved back have come forth again',
};

interface Props {
  readonly view: FlowView;
  readonly filters: FlowFilters;
  readonly change: (filters: Partial<FlowFilters>) => void;
}

/** What few people need: what is drawn beside the bands, and what is taken as the stages of the flow. */
export function FlowOptions({ view, filters, change }: Props): ReactElement {
  const { without, stages } = filters;
  const toggle = (extra: FlowExtra): void =>
    change({ without: flowExtras.filter((one) => without.includes(one) !== (one === extra)) });
  return (
    <details className="flow-options screen-only">
      <summary>Options</summary>
      <fieldset>
        <legend>Shown beside the bands</legend>
        {flowExtras.map((extra) => (
          <label key={extra} className="flow-extra">
            <input type="checkbox" checked={!without.includes(extra)} onChange={() => toggle(extra)} /> {extraNames[extra]}
          </label>
        ))}
      </fieldset>
      <StagesForm
        key={view.workflow.map(({ id, band }) => `${id} ${band ?? ''}`).join()}
        workflow={view.workflow}
        stages={stages}
        onChoose={(chosen) => change({ stages: chosen, hidden: null })}
      />
    </details>
  );
}
