import type { ReactElement } from 'react';
import type { FlowView } from '../../../../../src/contracts/flow';
import { dayName } from '../../chart/axes';
import { usePage } from '../../shared/page-context';

interface Props {
  readonly view: FlowView;
  readonly all: FlowView;
  readonly onAll: () => void;
}

/** Which days are shown closely, and the way back to all of them; before that, how to come closer. */
export function ZoomLine({ view, all, onAll }: Props): ReactElement {
  const { format } = usePage();
  if (view === all) return <p className="subtle small screen-only">Drag over the chart, or press + on it, to look closer.</p>;
  const days = all.days.toLocaleString('en');
  return (
    <p className="small">
      Only {format.date(dayName(view.firstDay))} to {format.date(dayName(view.firstDay + view.days - 1))}.{' '}
      <button type="button" className="link-button screen-only" onClick={onAll}>
        Show all {days} days
      </button>
    </p>
  );
}
