import type { ReactElement } from 'react';
import type { RepairView } from '../../../../../src/contracts/repair';
import { Figures } from '../../chart/figures';
import { usePage } from '../../shared/page-context';

/** DORA's measures of the stage where users are, by their names. */
export function DoraSection({ dora }: { dora: RepairView['dora'] }): ReactElement {
  const { format } = usePage();
  const { stage, since, figures, failed, more } = dora;
  return (
    <section className="stack stack-tight" aria-labelledby="dora-heading" data-section="dora">
      <h2 id="dora-heading">Software delivery, by DORA’s names: {stage.name}</h2>
      <p className="subtle">
        {since === null
          ? `No pipeline has told of a deployment to ${stage.name} yet, so none of this can be measured.`
          : `From ${format.date(since)} on, as pipelines told; in brackets the 95 % interval.`}
      </p>
      <Figures
        items={figures.map(({ name, value, detail }) => ({
          label: name,
          value: value ?? <span className="subtle">Not told</span>,
          detail,
        }))}
      />
      <details className="repair-details">
        <summary>How these are counted</summary>
        <dl>
          {figures.map(({ id, name, definition }) => (
            <div key={id}>
              <dt>{name}</dt>
              <dd>{definition}</dd>
            </div>
          ))}
          <div>
            <dt>Reliability</dt>
            <dd>Left out: whether a service keeps its targets is nothing that Holdpoint is told.</dd>
          </div>
        </dl>
      </details>
      {failed.length > 0 && (
        <details className="repair-details">
          <summary>Deployments that failed: {(failed.length + more).toLocaleString('en')}</summary>
          <ul>
            {failed.map(({ name, at, because }) => (
              <li key={`${name} ${at}`}>
                <strong>{name}</strong> of {format.date(at)}: {because}
              </li>
            ))}
          </ul>
          {more > 0 && <p className="subtle">And {more.toLocaleString('en')} earlier ones.</p>}
        </details>
      )}
    </section>
  );
}
