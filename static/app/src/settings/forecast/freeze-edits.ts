import type { Freeze } from '../../../../../src/contracts/forecast-settings';
import type { Edit } from '../edit-settings';

/** @param freeze null takes it away */
export const changeFreeze =
  (versionId: string, freeze: Freeze | null): Edit =>
  (settings) => {
    const others = Object.entries(settings.forecast.freezes).filter(([id]) => id !== versionId);
    return {
      ...settings,
      forecast: { freezes: Object.fromEntries(freeze === null ? others : [...others, [versionId, freeze]]) },
    };
  };
