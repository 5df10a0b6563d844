import './parse-without-eval';
import { view } from '@forge/bridge';
import { z } from 'zod';

const idSchema = z.union([z.string(), z.number()]).transform(String);
const place = z.looseObject({ id: idSchema, key: z.string() });

/** What Forge tells a page about itself; modules differ, so everything is optional and what cannot be read is left out. */
const contextSchema = z.looseObject({
  locale: z.string().catch('en-US'),
  timezone: z.string().catch('UTC'),
  siteUrl: z.string().catch(''),
  moduleKey: z.string().catch(''),
  theme: z.looseObject({ colorMode: z.string().optional() }).nullish().catch(null),
  extension: z
    .looseObject({
      project: place.optional().catch(undefined),
      issue: place.optional().catch(undefined),
      entryPoint: z.string().optional().catch(undefined),
      renderContext: z.string().optional().catch(undefined),
      fieldValue: z.unknown().optional(),
      fieldType: z.string().optional().catch(undefined),
      validatorConfig: z.unknown().optional(),
      conditionConfig: z.unknown().optional(),
      config: z.unknown().optional(),
      gadgetConfiguration: z.unknown().optional(),
    })
    .catch({}),
});
export type PageContext = z.infer<typeof contextSchema>;

/** @throws where the page stands outside Jira */
export async function readContext(): Promise<PageContext> {
  return contextSchema.parse(await view.getContext());
}
