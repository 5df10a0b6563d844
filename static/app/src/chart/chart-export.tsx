import Button from '@atlaskit/button/new';
import { useState, type ReactElement, type RefObject } from 'react';
import { saveFile } from '../shared/download';
import { printPart } from '../shared/printing';
import { pictureOf, pngOf, svgText, type LegendEntry } from './picture';
import { toCsv, type ChartTable } from './table';

/** Excel reads UTF-8 as such only where the file begins with this mark. */
const byteOrderMark = '\uFEFF';

interface Props {
  readonly title: string;
  readonly file: string;
  readonly table: ChartTable;
  readonly legend: readonly LegendEntry[];
  /** What holds the drawing; null while a table stands in its place. */
  readonly chart: RefObject<HTMLElement> | null;
  /** The chart with all that belongs to it: what is printed. */
  readonly section: RefObject<HTMLElement>;
}

/** Takes a chart away: as a picture, its figures, or on paper. */
export function ChartExport({ title, file, table, legend, chart, section }: Props): ReactElement {
  const [outcome, setOutcome] = useState<{ readonly words: string; readonly failed: boolean } | null>(null);
  const save = async (ending: 'png' | 'svg' | 'csv'): Promise<void> => {
    const name = `${file}.${ending}`;
    try {
      if (ending === 'csv') saveFile(name, 'text/csv;charset=utf-8', [byteOrderMark, toCsv(table)]);
      else {
        const drawing = chart?.current?.querySelector<SVGSVGElement>('svg.chart-svg') ?? chart?.current?.querySelector('svg');
        if (drawing == null) return;
        const picture = pictureOf(drawing, { title, legend });
        if (ending === 'svg') saveFile(name, 'image/svg+xml', [svgText(picture)]);
        else saveFile(name, 'image/png', [await pngOf(picture)]);
      }
      setOutcome({ words: `Saved as ${name}.`, failed: false });
    } catch {
      setOutcome({ words: 'This browser could not make the picture. Take the SVG or the CSV file instead.', failed: true });
    }
  };
  const print = (): void => {
    const began = section.current !== null && printPart(section.current);
    setOutcome(began ? null : { words: 'This browser does not print from here. Save the picture and print that.', failed: true });
  };
  const endings = chart === null ? (['csv'] as const) : (['png', 'svg', 'csv'] as const);
  return (
    <>
      <span className="chart-files" role="group" aria-label={`Export “${title}”`}>
        {endings.map((ending) => (
          <Button
            key={ending}
            appearance="subtle"
            spacing="compact"
            aria-label={`Export as ${ending.toUpperCase()}`}
            onClick={() => void save(ending)}
          >
            {ending.toUpperCase()}
          </Button>
        ))}
        <Button appearance="subtle" spacing="compact" aria-label="Print this chart" onClick={print}>
          Print
        </Button>
      </span>
      <span role="status" className={outcome?.failed === true ? 'problem small' : 'subtle small'}>
        {outcome?.words}
      </span>
    </>
  );
}
