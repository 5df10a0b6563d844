import type { ReactElement, ReactNode } from 'react';
import type { DeferralOptionsView } from '../../../../src/contracts/deferrals';
import { usePage } from '../shared/page-context';
import { FormField } from './form-field';
import { listed } from './deferral-words';
import type { Problems } from './problems';
import { dayOf, type Wish } from './wish';

interface Props {
  readonly options: DeferralOptionsView;
  readonly wish: Wish;
  readonly problems: Problems;
  readonly change: (changed: Partial<Wish>) => void;
  /** The rationale, which stands after its class. */
  readonly children: ReactNode;
}

/** Everything that a request says, in the order in which people think of it. */
export function WishFields({ options, wish, problems, change, children }: Props): ReactElement {
  const { format } = usePage();
  return (
    <>
      <FormField label="Reason" problem={problems.get('reason')}>
        {(attributes) => (
          <select
            {...attributes}
            className="select"
            value={wish.reason}
            onChange={(event) => change({ reason: event.target.value })}
          >
            <option value="">Choose one</option>
            {options.reasons.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        )}
      </FormField>
      {children}
      {options.needsControl && (
        <FormField
          label="What protects users until then?"
          problem={problems.get('control')}
          hint={
            problems.has('control')
              ? undefined
              : `Needed${severitiesOf(options)}: a workaround, or something that catches the harm.`
          }
        >
          {(attributes) => (
            <textarea
              {...attributes}
              className="input textarea"
              rows={2}
              maxLength={2000}
              value={wish.control}
              onChange={(event) => change({ control: event.target.value })}
            />
          )}
        </FormField>
      )}
      <div className="form-pair">
        <FormField label="Deferred to" problem={problems.get('target')} hint="Its fix version stays as it is.">
          {(attributes) => (
            <select
              {...attributes}
              className="select"
              value={wish.targetVersionId}
              onChange={(event) => change({ targetVersionId: event.target.value })}
            >
              {options.releases.map(({ id, name, releaseDate }) => (
                <option key={id} value={id}>
                  {releaseDate === null ? name : `${name}, ${format.date(releaseDate)}`}
                </option>
              ))}
            </select>
          )}
        </FormField>
        <FormField
          label="Until the end of"
          problem={problems.get('expiry')}
          hint={`${format.date(options.latestDay)} at the latest (UTC). Then it counts again.`}
        >
          {(attributes) => (
            <input
              {...attributes}
              className="input"
              type="date"
              min={options.earliestDay}
              max={options.latestDay}
              value={dayOf(wish, options)}
              onChange={({ target }) => target.value !== '' && change({ expiresOn: target.value })}
            />
          )}
        </FormField>
      </div>
    </>
  );
}

/** Which of those that are asked for need it: ` for S1 and S2`; those without a severity count as S1. */
function severitiesOf({ defects }: DeferralOptionsView): string {
  const strict = defects.filter(({ needsControl, refusal }) => needsControl && refusal === null);
  const names = [...new Set(strict.map(({ severity }) => severity ?? 'defects without a severity'))].sort();
  return names.length === 0 ? '' : ` for ${listed(names)}`;
}
