import type { ReactElement } from 'react';
import { ChoiceField } from '../choice-field';
import { severityChoices, severityOrAnyChoices, tierChoices } from '../choices';
import { NumberField } from '../number-field';
import { CheckFields } from './check-fields';
import { FreezeFields } from './freeze-fields';
import { RollbackFields } from './rollback-fields';
import type { RowProps } from './row-props';

const percentileChoices = [
  { value: '50', of: 50, label: 'half of the closed ones' },
  { value: '85', of: 85, label: '85 % of the closed ones' },
  { value: '95', of: 95, label: '95 % of the closed ones' },
] as const;
const windowChoices = [
  { value: '30', of: 30, label: '30 days' },
  { value: '90', of: 90, label: '90 days' },
] as const;
const undecidedChoices = [
  { value: 'passes', label: 'is told and does not hold' },
  { value: 'holds', label: 'counts as granted' },
] as const;

/** The fields that only rows of this rule have. */
export function OwnFields({ row, path, of, settings, problems, set }: RowProps): ReactElement | null {
  switch (row.rule) {
    case 'open-defects':
      return (
        <div className="field-line">
          <span className="row-words">Severity</span>
          <ChoiceField
            label={`Severity, ${of}`}
            path={`${path}.severity`}
            value={row.severity}
            choices={severityChoices}
            onChange={(severity) => set({ ...row, severity })}
            problems={problems}
          />
          <span className="row-words">of</span>
          <ChoiceField
            label={`Customers, ${of}`}
            path={`${path}.tier`}
            value={row.tier}
            choices={tierChoices(settings)}
            onChange={(tier) => set({ ...row, tier })}
            problems={problems}
          />
        </div>
      );
    case 'sla-breached':
    case 'aging':
    case 'no-worse-than-last':
      return (
        <>
          <div className="field-line">
            <span className="row-words">Severity</span>
            <ChoiceField
              label={`Severity, ${of}`}
              path={`${path}.severity`}
              value={row.severity}
              choices={severityOrAnyChoices}
              onChange={(severity) => set({ ...row, severity })}
              problems={problems}
            />
          </div>
          {row.rule === 'aging' && (
            <div className="field-line">
              <span className="row-words">Older than</span>
              <ChoiceField
                label={`Older than, ${of}`}
                path={`${path}.percentile`}
                value={chosen(percentileChoices, row.percentile)}
                choices={percentileChoices}
                onChange={(value) => set({ ...row, percentile: meant(percentileChoices, value) ?? row.percentile })}
                problems={problems}
              />
              <span className="row-words">of their severity were, in the last half year</span>
            </div>
          )}
          {row.rule === 'no-worse-than-last' && (
            <div className="field-line">
              <span className="row-words">At most</span>
              <NumberField
                label={`How many more, ${of}`}
                path={`${path}.byHowMany`}
                value={row.byHowMany}
                onChange={(byHowMany) => set({ ...row, byHowMany })}
                problems={problems}
              />
              <span className="row-words">more than the release before had</span>
            </div>
          )}
        </>
      );
    case 'score-ceiling':
      return (
        <div className="field-line">
          <span className="row-words">Scoring more than</span>
          <NumberField
            label={`Highest score, ${of}`}
            path={`${path}.ceiling`}
            value={row.ceiling}
            onChange={(ceiling) => set({ ...row, ceiling })}
            problems={problems}
          />
          <span className="row-words">of 100; a defect without a score counts as one of them</span>
        </div>
      );
    case 'escape-rate':
      return (
        <div className="field-line">
          <span className="row-words">At most</span>
          <NumberField
            label={`Most percent that may escape, ${of}`}
            path={`${path}.atMost`}
            value={row.atMost}
            onChange={(atMost) => set({ ...row, atMost })}
            problems={problems}
          />
          <span className="row-words">% of its defects, found within</span>
          <ChoiceField
            label={`Days after the release, ${of}`}
            path={`${path}.windowDays`}
            value={chosen(windowChoices, row.windowDays)}
            choices={windowChoices}
            onChange={(value) => set({ ...row, windowDays: meant(windowChoices, value) ?? row.windowDays })}
            problems={problems}
          />
        </div>
      );
    case 'deferrals-valid':
      return (
        <div className="field-line">
          <span className="row-words">Each holds for more than</span>
          <NumberField
            label={`Days to spare, ${of}`}
            path={`${path}.daysLeft`}
            value={row.daysLeft}
            onChange={(daysLeft) => set({ ...row, daysLeft })}
            problems={problems}
          />
          <span className="row-words">days more</span>
        </div>
      );
    case 'freeze-violations':
      return <FreezeFields row={row} path={path} of={of} settings={settings} problems={problems} set={set} />;
    case 'blockers-nominated':
      return (
        <div className="field-line">
          <span className="row-words">One that nobody has decided yet</span>
          <ChoiceField
            label={`Not decided yet, ${of}`}
            path={`${path}.undecided`}
            value={row.undecided}
            choices={undecidedChoices}
            onChange={(undecided) => set({ ...row, undecided })}
            problems={problems}
          />
        </div>
      );
    case 'soak-time':
      return (
        <div className="field-line">
          <span className="row-words">At least</span>
          <NumberField
            label={`Hours, ${of}`}
            path={`${path}.hours`}
            value={row.hours}
            onChange={(hours) => set({ ...row, hours })}
            problems={problems}
          />
          <span className="row-words">hours</span>
        </div>
      );
    case 'manual-check':
      return <CheckFields row={row} path={path} of={of} problems={problems} set={set} />;
    case 'rollback-readiness':
      return <RollbackFields row={row} path={path} of={of} problems={problems} set={set} />;
    default:
      return null;
  }
}

/** A number among a few is chosen by its text. */
function chosen<Text extends string>(
  choices: readonly { readonly value: Text; readonly of: number }[],
  number: number,
): Text | '' {
  return choices.find((choice) => choice.of === number)?.value ?? '';
}
function meant<Number extends number>(
  choices: readonly { readonly value: string; readonly of: Number }[],
  text: string,
): Number | undefined {
  return choices.find((choice) => choice.value === text)?.of;
}
