import type { ReactElement } from 'react';
import type { FlowView } from '../../../../../src/contracts/flow';
import { dayName } from '../../chart/axes';
import { usePage } from '../../shared/page-context';
import type { BandLook } from './band-colors';
import type { FlowFilters } from './flow-filters';
import { papers } from './paper-patterns';
import { shareOf, shownBands } from './flow-geometry';
import { rateWords } from './flow-rates';
import { daysWords, doubtWords, markersOn, markerWords } from './flow-words';

interface Props {
  readonly view: FlowView;
  readonly place: number;
  /** Whether it is today, and nobody points at it. */
  readonly isNow: boolean;
  readonly filters: FlowFilters;
  readonly looks: ReadonlyMap<string, BandLook>;
  readonly change: (filters: Partial<FlowFilters>) => void;
}

const count = (n: number | undefined): string => (n ?? 0).toLocaleString('en');

/** The figures of one day: the newest, or the one that is pointed at. Its bands are the legend, and hide and show them. */
export function FlowReading({ view, place, isNow, filters, looks, change }: Props): ReactElement {
  const { format } = usePage();
  const day = format.date(dayName(view.firstDay + place));
  const open = view.bands.filter(({ kind }) => kind !== 'done').reduce((sum, { counts }) => sum + (counts[place] ?? 0), 0);
  return (
    <div className="flow-reading">
      <p className="flow-day">
        {isNow ? 'Now' : day}: <strong>{count(open)} open</strong>, {count(view.arrivals[place])} came and{' '}
        {count(view.departures[place])} went {isNow ? 'today' : 'that day'}
        {(view.backward[place] ?? 0) > 0 && `, ${count(view.backward[place])} moved back`}
        {view.averageAge[place] != null && `; on average ${daysWords(view.averageAge[place])} old`}.{' '}
        {markersOn(view, place).map(markerWords).join(', ')}
      </p>
      {!filters.without.includes('law') && <LittlesLaw view={view} place={place} isNow={isNow} />}
      <Legend view={view} place={place} filters={filters} looks={looks} change={change} />
    </div>
  );
}

/** How long a defect stays open by the pace of the days before, and whether that may be relied on. */
function LittlesLaw({ view: { reading }, place, isNow }: Pick<Props, 'view' | 'place' | 'isNow'>): ReactElement {
  const age = reading.approximateAge[place] ?? null;
  const doubts = doubtWords(reading.doubts[place] ?? 0);
  const days = Math.min(reading.days, reading.lead + place + 1);
  const [came, went] = [reading.arrivals[place] ?? 0, reading.departures[place] ?? 0];
  return (
    <p className="flow-law" data-doubtful={doubts !== ''}>
      In the {days === 1 ? 'day' : `${days} days`} {isNow ? 'up to now' : 'up to then'} {count(came)} came (
      {rateWords(came / days)} a day) and {count(went)} went ({rateWords(went / days)} a day)
      {age === null ? '.' : <>: at that pace a defect stays open for about {daysWords(age)}.</>}{' '}
      {doubts !== '' && (
        <span className="flow-doubt">
          <strong>Not to be relied on:</strong> {doubts}.
        </span>
      )}
    </p>
  );
}

function Legend({ view, place, filters, looks, change }: Omit<Props, 'isNow'>): ReactElement {
  const drawn = shownBands(view, filters.hidden);
  const shown = new Set(drawn.map(({ id }) => id));
  const share = (n: number): string => `${Math.round(shareOf(drawn, n, place)).toLocaleString('en')} %`;
  const toggle = (band: string): void => {
    if (shown.has(band)) shown.delete(band);
    else shown.add(band);
    change({ hidden: view.bands.flatMap(({ id }) => (shown.has(id) ? [] : [id])) });
  };
  return (
    <div className="flow-legend" role="group" aria-label="Bands that are shown">
      {view.bands.map(({ id, name, counts }, n) => (
        <button key={id} type="button" className="on-paper" aria-pressed={shown.has(id)} onClick={() => toggle(id)}>
          <span
            className={looks.get(id)?.hatched === true ? 'swatch flow-swatch-hatched' : 'swatch'}
            data-paper={n % papers}
            style={{ background: looks.get(id)?.color }}
            aria-hidden="true"
          />
          {name} <strong>{filters.asShare && shown.has(id) ? share(counts[place] ?? 0) : count(counts[place])}</strong>
        </button>
      ))}
    </div>
  );
}
