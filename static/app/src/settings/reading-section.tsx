import type { ReactElement } from 'react';
import type { Signal } from '../../../../src/contracts/health';
import { setPointsPerHour } from './edit-settings';
import { NumberField } from './number-field';
import type { SettingsEditor } from './use-settings';

interface Props {
  readonly editor: SettingsEditor;
  /** What the health card says of the points used; null while it is not known. */
  readonly points: Signal | null;
}

/** How much of Jira's budget the reading of whole projects may use. */
export function ReadingSection({ editor: { draft, problems, edit }, points }: Props): ReactElement {
  return (
    <section aria-labelledby="reading-heading">
      <h2 id="reading-heading">Reading whole projects</h2>
      <p className="subtle">
        Jira gives Holdpoint a budget of points for each hour, and every search and every issue that is read costs some of them. A
        project that is read from the start may use this many in an hour; the rest stays for the gates. More points make the
        reading faster, fewer leave more room.
      </p>
      <div className="field-line">
        <span className="row-words">At most</span>
        <NumberField
          label="Points an hour for reading whole projects"
          path="reading.pointsPerHour"
          value={draft.reading.pointsPerHour}
          onChange={(most) => edit(setPointsPerHour(most))}
          problems={problems}
        />
        <span className="row-words">points an hour</span>
      </div>
      {points !== null && (
        <p className="subtle" data-points>
          Now: {points.sentence}
        </p>
      )}
    </section>
  );
}
