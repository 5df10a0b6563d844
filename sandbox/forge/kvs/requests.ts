import { z } from 'zod';

/** Request bodies of KVS as `@forge/kvs` sends them (kvs/out/interfaces/kvs-api.d.ts). */
const key = z.string();
const metadataFields = z.array(z.enum(['CREATED_AT', 'UPDATED_AT', 'EXPIRE_TIME']));
const ttl = z.object({ value: z.number().positive(), unit: z.enum(['SECONDS', 'MINUTES', 'HOURS', 'DAYS']) });
const setOptions = z.object({
  ttl: ttl.optional(),
  keyPolicy: z.enum(['OVERRIDE', 'FAIL_IF_EXISTS']).optional(),
  returnValue: z.enum(['PREVIOUS', 'LATEST']).optional(),
  returnMetadataFields: metadataFields.optional(),
});
export type SetOptions = z.infer<typeof setOptions>;

/** Named only by entities, which the sandbox does not model. */
const noEntity = z.undefined({ error: 'entities are not modelled by the sandbox' }).optional();
const noConditions = z.undefined({ error: 'conditions are not modelled by the sandbox' }).optional();

export const getRequest = z.object({ key, options: z.object({ metadataFields: metadataFields.optional() }).optional() });
export const setRequest = z.object({ key, value: z.unknown(), options: setOptions.optional() });
export const deleteRequest = z.object({ key });
export const queryRequest = z.object({
  limit: z.number().int().min(1).max(100).default(10),
  after: z.string().optional(),
  where: z
    .array(z.object({ property: z.literal('key'), condition: z.literal('BEGINS_WITH'), values: z.tuple([z.string()]) }))
    .max(1)
    .default([]),
});
const transactionSet = z.object({ ...setRequest.shape, entityName: noEntity, conditions: noConditions });
const transactionDelete = z.object({ key, entityName: noEntity, conditions: noConditions });
export const transactionRequest = z.object({
  set: z.array(transactionSet).default([]),
  delete: z.array(transactionDelete).default([]),
  check: z.array(z.unknown()).max(0, 'checks are not modelled by the sandbox').default([]),
});
export const batchSetRequest = z.array(z.object({ ...setRequest.shape, entityName: noEntity }));
export const batchGetRequest = z.array(z.object({ ...getRequest.shape, entityName: noEntity }));
export const batchDeleteRequest = z.array(z.object({ key, entityName: noEntity }));
