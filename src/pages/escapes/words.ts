import type { PeriodUnit, PoissonFit, RateRatio } from '../../analytics';
import type { EscapeRelease, EscapesView, RecurrencePeriod } from '../../contracts/escapes';
import { percent, rangeWords, shareWords } from '../../contracts/share-words';

const figure = (count: number): string => count.toLocaleString('en');
const defects = (count: number): string => (count === 1 ? '1 defect' : `${figure(count)} defects`);

/** A release in a sentence. @param past name of the stage that was chosen; null past the release */
export function releaseWords(release: EscapeRelease, window: number, past: string | null): string {
  const { name, young, day, found, escaped, rate, projected } = release;
  if (rate === null) {
    const where = past === null ? '' : ` that were still there in ${past}`;
    return `No defects of ${name}${where} are known${young ? `; it is on day ${day} of ${window}` : ''}.`;
  }
  const many = `${figure(escaped)} of ${defects(found)}`;
  if (young) {
    const soFar = past === null ? `${many} escaped so far` : `${many} went past ${past} so far`;
    const later =
      projected?.rate == null
        ? ''
        : ` As earlier releases went, it comes to ${percent(projected.rate.value)} (${rangeWords(projected.rate)}).`;
    return `${name} is still young, on day ${day} of ${window}: ${soFar} (${shareWords(rate)}).${later}`;
  }
  const over = `its ${window} days are over`;
  if (past !== null) return `Of ${name}, ${many} that were still there in ${past} went past it (${shareWords(rate)}): ${over}.`;
  if (escaped === 0) return `${name} let none of ${defects(found)} escape (0 to ${percent(rate.upper)}): ${over}.`;
  return `${name} let ${many} escape (${shareWords(rate)}): ${over}.`;
}

type Told = Pick<EscapesView, 'sentence' | 'next'>;

/** What the releases come to, and which one to look at. @param releases newest first */
export function escapeWords(releases: readonly EscapeRelease[], window: number, past: string | null): Told {
  const known = releases.filter(({ rate }) => rate !== null);
  const over = known.filter(({ young }) => !young);
  const [lead, young] = [over[0], known.find((one) => one.young)];
  const worst = worstOf(over.length > 0 ? over : known);
  if (lead === undefined && young === undefined) {
    const first = releases[0];
    return { sentence: first === undefined ? '' : releaseWords(first, window, past), next: null };
  }
  const parts = [lead, young].flatMap((one) => (one === undefined ? [] : [releaseWords(one, window, past)]));
  if (worst !== null && worst !== lead && worst !== young && worst.rate !== null) {
    const verb = past === null ? 'escaped from' : `went past ${past} from`;
    parts.push(`Most ${verb} ${worst.name}: ${figure(worst.escaped)} of ${figure(worst.found)} (${shareWords(worst.rate)}).`);
  }
  const escaped = worst === null ? 0 : worst.escaped;
  const one = escaped === 1 ? 'the defect' : `the ${figure(escaped)} defects`;
  const words =
    worst === null
      ? ''
      : past === null
        ? `Look at ${one} that escaped from ${worst.name}`
        : `Look at ${one} of ${worst.name} that went past ${past}`;
  return { sentence: parts.join(' '), next: worst === null ? null : { words, versionId: worst.id } };
}

/** The one whose rate is high for certain: by the lower end of its interval, so that one of two is not worse than fifty of a hundred. */
function worstOf(releases: readonly EscapeRelease[]): EscapeRelease | null {
  const lower = ({ rate }: EscapeRelease) => rate?.lower ?? 0;
  return releases
    .filter(({ escaped }) => escaped > 0)
    .reduce<EscapeRelease | null>((worst, one) => (worst === null || lower(one) > lower(worst) ? one : worst), null);
}

interface RatioFacts {
  readonly stage: string;
  readonly unit: PeriodUnit;
  readonly deployments: number;
  readonly ratio: RateRatio | null;
  readonly whyNot: Extract<PoissonFit, { kind: 'not-estimable' }>['why'] | null;
  readonly periods: readonly Pick<RecurrencePeriod, 'name' | 'rate'>[];
}

export function ratioWords({ stage, unit, deployments, ratio, whyNot, periods }: RatioFacts): string {
  if (deployments === 0) return `No deployment to ${stage} was told yet, so recurrences cannot be set against deployments.`;
  const above = periods.flatMap(({ name, rate }) => (rate !== null && rate.value > rate.upper ? [name] : []));
  const signals = above.length === 0 ? '' : ` More came back than chance explains in ${above.slice(-3).join(', ')}.`;
  return `${whyNot === null ? fitWords(ratio) : whyWords(whyNot, unit)}${signals}`;
}

function fitWords(ratio: RateRatio | null): string {
  if (ratio === null) return '';
  const times = (value: number): string => (value >= 100 ? 'over 100' : value.toFixed(value >= 10 ? 0 : 2));
  const many = `${times(ratio.value)} times as many recurrences (${times(ratio.lower)} to ${times(ratio.upper)})`;
  return ratio.evidence
    ? `Where deployments are twice as frequent, each has ${many}.`
    : `No evidence that it matters how often you deploy: where deployments are twice as frequent, each has ${many}, and that includes as many.`;
}

function whyWords(why: NonNullable<RatioFacts['whyNot']>, unit: PeriodUnit): string {
  switch (why) {
    case 'few-periods':
      return `Fewer than three ${unit}s had a deployment: too few to say whether it matters how often you deploy.`;
    case 'no-counts':
      return 'No defect that was closed came back, so it does not matter how often you deploy.';
    case 'no-difference':
      return `Deployments were equally frequent in every ${unit}: there is nothing to compare.`;
    case 'no-limit':
      return `Recurrences came at one end of the frequencies only: too few to say whether it matters how often you deploy.`;
  }
}
