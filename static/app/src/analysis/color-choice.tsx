import { useEffect, useState, type ReactElement } from 'react';
import { chooseColors } from '../bridge/theme';
import { Choice } from '../shared/choice';

const options = [
  { value: 'auto', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;
type Colors = (typeof options)[number]['value'];

/** Light or dark: as the system has it, unless somebody chooses. Paper is always light. */
export function ColorChoice(): ReactElement {
  const [colors, setColors] = useState<Colors>('auto');
  const choose = (chosen: Colors): void => {
    setColors(chosen);
    void chooseColors(chosen);
  };
  useEffect(() => {
    // At once, as the print is made when this returns.
    const begin = (): void => void (document.documentElement.dataset['colorMode'] = 'light');
    const end = (): void => void chooseColors(colors);
    globalThis.addEventListener('beforeprint', begin);
    globalThis.addEventListener('afterprint', end);
    return () => {
      globalThis.removeEventListener('beforeprint', begin);
      globalThis.removeEventListener('afterprint', end);
    };
  }, [colors]);
  return (
    <div className="analysis-colors">
      <Choice label="Colours" options={options} value={colors} onChange={choose} />
    </div>
  );
}
