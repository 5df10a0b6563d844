import { freezeProblem } from '../../contracts/forecast-settings';
import type { SettingsProblem } from '../../contracts/settings';
import { versionById } from '../../defects/shell';
import type { Settings } from '../../settings';

/**
 * Freezes that were changed to a day after their release, without a note that says why. Those that stand as they were saved are left alone:
 * a release that was moved since then keeps nobody from changing something else.
 * @param before null where what is stored cannot be read
 */
export async function lateFreezes(before: Settings | null, { forecast: { freezes } }: Settings): Promise<SettingsProblem[]> {
  const problems: SettingsProblem[] = [];
  for (const [id, freeze] of Object.entries(freezes)) {
    const was = before?.forecast.freezes[id];
    if (was?.day === freeze.day && was.note === freeze.note) continue;
    const version = await versionById(id);
    const message = version === null ? null : freezeProblem(freeze, version.releaseDate);
    if (message !== null) problems.push({ path: `forecast.freezes.${id}.day`, message });
  }
  return problems;
}
