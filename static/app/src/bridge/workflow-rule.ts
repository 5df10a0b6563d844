import { workflowRules } from '@forge/jira-bridge';
import { z } from 'zod';
import type { PageContext } from './context';

const ruleSchema = z.looseObject({ stage: z.string() });

function asObject(saved: unknown): unknown {
  if (typeof saved !== 'string') return saved;
  try {
    return JSON.parse(saved);
  } catch {
    return null;
  }
}

/** The stage that the rule guards, as it was saved; null for a new rule. Conditions and validators keep it under different names. */
export function savedStage({ extension }: PageContext): string | null {
  const saved = [extension.validatorConfig, extension.conditionConfig, extension.config].map(asObject);
  return saved.map((rule) => ruleSchema.safeParse(rule)).find((rule) => rule.success)?.data?.stage ?? null;
}

/**
 * Tells the workflow editor what to save when its user presses Save.
 * @param chosen the stage, or null to stop the saving
 */
export async function onRuleSaved(chosen: () => string | null): Promise<void> {
  const configure = (): string | undefined => {
    const stage = chosen();
    return stage === null ? undefined : JSON.stringify({ stage });
  };
  // @ts-expect-error Forge's own documentation lets the function return undefined to stop the saving; the package's type forgot it.
  await workflowRules.onConfigure(configure);
}
