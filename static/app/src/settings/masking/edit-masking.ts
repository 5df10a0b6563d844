import type { Edit } from '../edit-settings';
import type { MaskingRules } from './masking-words';

/** Rules of one environment; null for those of all others. */
export type Place = string | null;

/** @param change of the rules that hold there; nothing where the environment has none of its own */
export const changeRules =
  (place: Place, change: Partial<MaskingRules>): Edit =>
  (settings) => {
    const { standard, environments } = settings.masking;
    if (place === null) return { ...settings, masking: { standard: { ...standard, ...change }, environments } };
    const own = environments[place];
    if (own === undefined) return settings;
    return { ...settings, masking: { standard, environments: { ...environments, [place]: { ...own, ...change } } } };
  };

/** An environment gets rules of its own, which begin as those of all others; one that has some keeps them. */
export const addEnvironment =
  (name: string): Edit =>
  (settings) => {
    const { standard, environments } = settings.masking;
    if (Object.hasOwn(environments, name)) return settings;
    return { ...settings, masking: { standard, environments: { ...environments, [name]: standard } } };
  };

export const removeEnvironment =
  (name: string): Edit =>
  (settings) => {
    const { standard, environments } = settings.masking;
    const left = Object.fromEntries(Object.entries(environments).filter(([other]) => other !== name));
    return { ...settings, masking: { standard, environments: left } };
  };
