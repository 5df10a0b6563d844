import { webTrigger } from '@forge/api';
import { z } from 'zod';

/** What a web trigger is called with (docs/platform.md A.13): headers in the sender's case, each with a list of values. */
const requestSchema = z.object({
  method: z.string().default('POST'),
  headers: z.record(z.string(), z.array(z.string())).default({}),
  queryParameters: z.record(z.string(), z.array(z.string())).default({}),
  body: z.string().nullish(),
});

/** A call from outside. Nothing in it is trusted. */
export interface OutsideRequest {
  /** The one value of a header, whatever the case of its name; null where it is missing or comes more than once. */
  readonly header: (name: string) => string | null;
  /** The one value of a parameter of the address; null where it is missing or comes more than once. */
  readonly parameter: (name: string) => string | null;
  readonly body: string;
}

/** @throws ZodError where it is no request at all */
export function readOutsideRequest(event: unknown): OutsideRequest {
  const { headers, queryParameters, body } = requestSchema.parse(event);
  const byName = new Map<string, string[]>();
  for (const [name, values] of Object.entries(headers)) {
    const key = name.toLowerCase();
    byName.set(key, [...(byName.get(key) ?? []), ...values]);
  }
  const only = (values: readonly string[] | undefined) => (values?.length === 1 ? (values[0] ?? null) : null);
  return {
    header: (name) => only(byName.get(name.toLowerCase())),
    parameter: (name) => only(queryParameters[name]),
    body: body ?? '',
  };
}

/** The answer of a static web trigger: one of the outputs that manifest.yml declares. */
export interface StaticAnswer<Output extends string> {
  readonly outputKey: Output;
}

/** The address of a web trigger of this installation. */
export function webTriggerAddress(moduleKey: string): Promise<string> {
  return webTrigger.getUrl(moduleKey);
}
