import './parse-without-eval';
import { view } from '@forge/bridge';
import { z } from 'zod';
import type { PageContext } from './context';

/** The next release: whichever is nearest when the dashboard is looked at. */
export const nextRelease = 'next';

const idSchema = z.string().regex(/^\d{1,18}$/);
const configurationSchema = z.looseObject({
  projectId: idSchema,
  projectKey: z.string(),
  versionId: z.union([z.literal(nextRelease), idSchema]),
});

/** Which release a gadget shows. */
export type GadgetConfiguration = Pick<z.infer<typeof configurationSchema>, 'projectId' | 'projectKey' | 'versionId'>;

/** What was saved of the gadget; null for a new one. */
export function savedGadget({ extension }: PageContext): GadgetConfiguration | null {
  return configurationSchema.safeParse(extension.gadgetConfiguration).data ?? null;
}

/** Saves the gadget and shows it. @returns false where Jira did not take it */
export async function saveGadget({ projectId, projectKey, versionId }: GadgetConfiguration): Promise<boolean> {
  return view.submit({ projectId, projectKey, versionId }).then(
    () => true,
    () => false,
  );
}
