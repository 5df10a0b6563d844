import type { ReactElement } from 'react';
import { ChoiceField } from '../choice-field';
import { stageChoices } from '../choices';
import { NumberField } from '../number-field';
import { OwnFields } from './own-fields';
import type { RowProps } from './row-props';
import { purposeOf } from './rule-texts';

const breachChoices = [
  { value: 'holds', label: 'it holds the gate' },
  { value: 'warns', label: 'it only warns' },
] as const;

/** Everything of one row that can be changed. */
export function RowFields(props: RowProps): ReactElement {
  const { row, path, of, settings, problems, set } = props;
  return (
    <>
      <p className="subtle small">{purposeOf(row.rule)}</p>
      <MostField {...props} />
      <OwnFields {...props} />
      <OpensAgainField {...props} />
      <div className="field-line">
        <span className="row-words">If it is not met,</span>
        <ChoiceField
          label={`If it is not met, ${of}`}
          path={`${path}.breach`}
          value={row.breach}
          choices={breachChoices}
          onChange={(breach) => set({ ...row, breach })}
          problems={problems}
        />
      </div>
      <div className="field-line">
        <span className="row-words">Asked of what enters</span>
        <ChoiceField
          label={`Stage, ${of}`}
          path={`${path}.stage`}
          value={row.stage}
          choices={stageChoices(settings)}
          onChange={(stage) => set({ ...row, stage })}
          problems={problems}
        />
      </div>
    </>
  );
}

/** The most that is allowed. */
function MostField({ row, path, of, problems, set }: RowProps): ReactElement | null {
  if (!('releaseAt' in row)) return null;
  return (
    <div className="field-line">
      <span className="row-words">At most</span>
      <NumberField
        label={`Most allowed, ${of}`}
        path={`${path}.most`}
        value={row.most}
        onChange={(most) => set({ ...row, most })}
        problems={problems}
      />
      <span className="row-words">allowed</span>
    </div>
  );
}

/** At how many a held gate opens again; where none is allowed there is nothing to choose. */
function OpensAgainField({ row, path, of, problems, set }: RowProps): ReactElement | null {
  if (!('releaseAt' in row) || (row.most === 0 && row.releaseAt === null)) return null;
  return (
    <div className="field-line">
      <span className="row-words">Once held, it opens again at</span>
      <NumberField
        label={`Opens again at, ${of}`}
        path={`${path}.releaseAt`}
        value={row.releaseAt}
        onChange={(at) => set({ ...row, releaseAt: Number.isNaN(at) ? null : at })}
        problems={problems}
        placeholder={Number.isNaN(row.most) ? '' : String(row.most)}
      />
      <span className="row-words">or fewer, so that it does not open and close by turns</span>
    </div>
  );
}
