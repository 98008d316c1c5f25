/** An incomplete read as a Bundle tells it: an OperationOutcome among its entries. */
export function notRead(said: string): object {
  return {
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'error', code: 'incomplete', diagnostics: said }],
  };
}
