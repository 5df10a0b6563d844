import { view } from '@forge/bridge';

/** Hands the chosen value of a custom field to Jira; null empties it. @returns false where Jira did not take it */
export async function submitFieldValue(value: string | null): Promise<boolean> {
  return view.submit(value).then(
    () => true,
    () => false,
  );
}

/** Leaves the editor as it was. */
export function cancelField(): void {
  void view.close().catch(() => undefined);
}
