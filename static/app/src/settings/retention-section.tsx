import type { ReactElement } from 'react';
import { setRetention } from './edit-settings';
import { NumberField } from './number-field';
import type { SettingsEditor } from './use-settings';

const kept = [
  { field: 'accessDays', what: 'Who opened what', why: 'Kept to answer who has seen a release or its evidence.' },
  { field: 'sightingDays', what: 'Sightings of defects', why: 'When and where a defect was seen again.' },
] as const;

/** How long is kept what no decision rests on. */
export function RetentionSection({ editor: { draft, problems, edit } }: { editor: SettingsEditor }): ReactElement {
  return (
    <section aria-labelledby="retention-heading">
      <h2 id="retention-heading">How long records are kept</h2>
      <p className="subtle">
        Older ones are deleted for good. What gates decided and who overrode them stays in the ledger for ever and is not touched
        by this.
      </p>
      <dl className="retention">
        {kept.map(({ field, what, why }) => (
          <div key={field}>
            <dt>
              <strong>{what}</strong> <span className="subtle">{why}</span>
            </dt>
            <dd className="field-line">
              <NumberField
                label={`Days to keep: ${what}`}
                path={`retention.${field}`}
                value={draft.retention[field]}
                onChange={(days) => edit(setRetention(field, days))}
                problems={problems}
              />
              <span className="row-words">days</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
