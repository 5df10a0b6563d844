import type { ReactElement } from 'react';
import type { RepairGroup, RepairPart } from '../../../../../src/contracts/repair';
import { ScrollRegion } from '../../shared/scroll-region';
import { CurveKey } from './repair-chart';
import { asSentence } from './repair-words';

export type OpenPart = (stage: RepairGroup['stage'], part: RepairPart) => void;

const measures = [
  { key: 'detect', name: 'Detection', from: 'from the introduction' },
  { key: 'acknowledge', name: 'Acknowledgement', from: 'from the detection to the first move' },
  { key: 'repair', name: 'Repair', from: 'from the detection to the end' },
] as const;

/** Medians with their intervals, and the issues behind them. */
export function MeasureTable({ groups, open }: { groups: readonly RepairGroup[]; open: OpenPart }): ReactElement {
  return (
    <ScrollRegion label="Times by environment" className="repair-table">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">Time</th>
            {groups.map(({ stage }, n) => (
              <th key={stage.key} scope="col">
                <span className="inline">
                  <CurveKey n={n} />
                  {stage.name}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {measures.map(({ key, name, from }) => (
            <tr key={key} data-measure={key}>
              <th scope="row">
                {name}
                <span className="subtle small repair-from">{from}</span>
              </th>
              {groups.map((group) => (
                <td key={group.stage.key} data-stage={group.stage.key}>
                  {asSentence(group[key].words)} <Unknown group={group} measure={key} open={open} />
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">Issues</th>
            {groups.map((group) => (
              <td key={group.stage.key}>
                <Lists group={group} open={open} />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Unknown(props: {
  group: RepairGroup;
  measure: 'detect' | 'acknowledge' | 'repair';
  open: OpenPart;
}): ReactElement | null {
  const { group, measure, open } = props;
  const { unknown } = group[measure];
  if (unknown === 0) return null;
  if (measure !== 'detect') return <span className="subtle">Of {unknown.toLocaleString('en')} nothing was told.</span>;
  return (
    <button type="button" className="link-button" onClick={() => open(group.stage, 'introduction-unknown')}>
      Of {unknown.toLocaleString('en')} the introduction is unknown
    </button>
  );
}

const parts = [
  { part: 'all', name: 'All' },
  { part: 'open', name: 'Still open' },
  { part: 'repaired', name: 'Repaired' },
] as const;

function Lists({ group, open }: { group: RepairGroup; open: OpenPart }): ReactElement {
  const { stage, defects, incidents, repair } = group;
  const counts = { all: defects + incidents, open: repair.open, repaired: repair.ended };
  if (counts.all === 0) return <span className="subtle">None</span>;
  return (
    <span className="inline">
      {parts.map(({ part, name }) =>
        counts[part] === 0 ? null : (
          <button
            key={part}
            type="button"
            className="link-button"
            aria-label={`${name} ${counts[part].toLocaleString('en')} in ${stage.name}`}
            onClick={() => open(stage, part)}
          >
            {name} {counts[part].toLocaleString('en')}
          </button>
        ),
      )}
    </span>
  );
}
