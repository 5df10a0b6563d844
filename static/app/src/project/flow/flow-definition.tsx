import type { ReactElement } from 'react';
import type { FlowGrouping } from '../../../../../src/contracts/flow';

const bands: Readonly<Record<FlowGrouping, string>> = {
  status: 'A band is a status under its present name, in the order in which defects go through the statuses here.',
  category: 'A band is a category of statuses: to do, in progress, done.',
  severity: 'A band is the severity that the open defects had on that day, not the one that they have now.',
  age: 'A band holds the open defects that were so old on that day, counted from their creation.',
};

/** What the chart of the flow shows, and how it is counted. */
export function FlowDefinition({ by }: { by: FlowGrouping }): ReactElement {
  return (
    <>
      <p>
        A cumulative flow diagram: how many defects were where at the end of each day (UTC), today up to now. {bands[by]}{' '}
        Everything comes from Jira&apos;s history; defects may come back to a band.
      </p>
      <p>
        A defect is open while it is in a status that is not done. It came when it was created open, or was opened again; it went
        when it came to a done status. It moved back when it came to a status that stands earlier in the workflow.
      </p>
      <p>
        How long a defect stays open is reckoned by Little&apos;s law: what was open on average, divided by what went a day, over
        30 days. That holds where about as many go as come and nothing merely grows old; where it does not, the reason stands
        beside it.
      </p>
      <p>
        The two lines under the bands are how many came and went a day, on average over the 30 days up to then. While you point at
        a day, the dotted triangle draws the reading: up, what is open; to the left, how long a defect stays open; its slope is
        the pace.
      </p>
      <p>
        Dashed lines are releases and freezes (the day that is planned, when one began and when it ended), triangles deployments
        to the last stage, dots days with moves back. An edge of a band is dashed where more defects moved back over it than
        forth; from there the band is hatched until as many have come forth again, or up to the last day that is shown.
      </p>
    </>
  );
}
