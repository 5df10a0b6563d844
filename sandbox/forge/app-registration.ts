import { z } from 'zod';
import type { AppRegistration } from '../jira/jira';
import type { Installation } from './installation';
import type { Manifest } from './manifest';

const plainText = z.string();

/** What Jira learns of the app when it is installed, from its manifest. */
export function appRegistrationOf(
  manifest: Manifest,
  installation: Installation,
  runFunctionValidator: AppRegistration['runFunctionValidator'],
): AppRegistration {
  const { modules } = manifest;
  return {
    appId: installation.appId,
    environmentId: installation.environmentId,
    appAccountId: installation.appAccountId,
    fields: modules['jira:customField'].map((field) => ({
      moduleKey: field.key,
      name: field.name,
      description: field.description,
      type: field.type,
      readOnly: field.readOnly,
      validation: field.validation ?? field.edit?.validation ?? null,
      formatter: (field.formatter ?? field.view?.formatter)?.expression ?? null,
    })),
    conditions: modules['jira:workflowCondition'].map((condition) => ({
      moduleKey: condition.key,
      name: condition.name,
      description: condition.description,
      expression: condition.expression,
    })),
    validators: modules['jira:workflowValidator'].map((validator) => ({
      moduleKey: validator.key,
      name: validator.name,
      description: validator.description,
      expression: validator.expression ?? null,
      functionKey: validator.function ?? null,
      errorMessage: plainText.safeParse(validator.errorMessage).data ?? null,
    })),
    permissions: modules['jira:projectPermission'].map((permission) => ({
      moduleKey: permission.key,
      name: permission.name,
      description: permission.description,
    })),
    runFunctionValidator,
  };
}
