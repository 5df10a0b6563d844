import Button from '@atlaskit/button/new';
import { useState, type ReactElement } from 'react';
import type { ScopeRow, ScopeView } from '../../../../../src/contracts/scope';
import { Choice } from '../../shared/choice';
import { IssueLink } from '../../shared/jira-link';
import { RowList, type Column } from '../row-list';
import { ShowMore } from '../show-more';
import { leavingWords, sized } from './scope-words';

interface Props {
  readonly view: ScopeView;
  readonly leaving: NonNullable<ScopeView['leaving']>;
  readonly move: (ids: readonly string[]) => void;
}

type Way = 'least' | ScopeView['alternatives'][number]['kind'];

/** The issues that would have to leave so that the rest fits, and other sets that would do. */
export function LeavingSection({ view, leaving, move }: Props): ReactElement {
  const { alternatives, rows, unit, targets } = view;
  const [isAsked, setAsked] = useState(false);
  const [way, setWay] = useState<Way>('least');
  const chosen = alternatives.find(({ kind }) => kind === way) ?? leaving;
  const leavers = chosen.ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
  const title = leaving.short > 0 ? 'What may leave' : 'What would have to leave';
  return (
    <section className="told-section" aria-labelledby="leaving-heading" data-section="leaving">
      <div className="section-head">
        <h2 id="leaving-heading">{title}</h2>
        {leavers.length > 0 && targets.length > 0 && (
          <Button onClick={() => move(chosen.ids)}>{leavers.length === 1 ? 'Move it…' : `Move all ${leavers.length}…`}</Button>
        )}
      </div>
      <p role="status">
        {leavingWords(chosen, unit)}. {reason(chosen, way)}
        {leaving.short > 0 && ` Once they have left, ${sized(leaving.short, unit)} would still be too much.`}
      </p>
      {alternatives.length > 0 &&
        (isAsked ? (
          <Choice<Way>
            label="Which set"
            options={[
              { value: 'least', label: 'Least value', count: leaving.ids.length },
              ...alternatives.map(({ kind, title: label, ids }) => ({ value: kind, label, count: ids.length })),
            ]}
            value={way}
            onChange={setWay}
          />
        ) : (
          <div>
            <Button spacing="compact" appearance="subtle" onClick={() => setAsked(true)}>
              Show alternatives
            </Button>
          </div>
        ))}
      {targets.length === 0 && (
        <p className="subtle">There is no other unreleased version that they could move to. Create one in Jira first.</p>
      )}
      <ShowMore rows={leavers} first={20} what="issues">
        {(shown) => <RowList caption={title} columns={columnsOf(view, move)} rows={shown} keyOf={({ id }) => id} />}
      </ShowMore>
    </section>
  );
}

function reason({ smallest, short }: { smallest: boolean; short: number }, way: Way): string {
  if (short > 0) return 'Nothing else may leave.';
  if (way !== 'least') return 'Without them the rest fits.';
  return smallest
    ? 'No other set that makes the rest fit is worth less.'
    : 'Without them the rest fits; as there are so many sizes, a set of less value may exist.';
}

function columnsOf({ unit, targets }: ScopeView, move: (ids: readonly string[]) => void): readonly Column<ScopeRow>[] {
  return [
    {
      name: 'Issue',
      head: true,
      cell: ({ key, summary }) => (
        <>
          <IssueLink issueKey={key} /> {summary}
        </>
      ),
    },
    { name: 'What', cell: ({ workType, severity }) => (severity === null ? workType : `${workType}, ${severity}`) },
    { name: 'Worth', cell: ({ value, valueFrom }) => `${value}, ${valueFrom}` },
    ...(unit === 'issues'
      ? []
      : [
          {
            name: 'Size',
            cell: ({ size, sizeKnown }: ScopeRow) => (sizeKnown ? sized(size, unit) : `${sized(size, unit)}, not estimated`),
          },
        ]),
    { name: 'Status', cell: ({ status }) => status },
    ...(targets.length === 0
      ? []
      : [
          {
            name: 'Move',
            cell: ({ id, key }: ScopeRow) => (
              <Button spacing="compact" aria-label={`Move ${key}…`} onClick={() => move([id])}>
                Move…
              </Button>
            ),
          },
        ]),
  ];
}
