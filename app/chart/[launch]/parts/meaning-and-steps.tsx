/** What it means for the patient, and what to do. */
export function MeaningAndSteps({
  meaning,
  steps,
}: {
  readonly meaning: string;
  readonly steps: readonly string[];
}) {
  return (
    <>
      <p>
        <strong>{meaning}</strong>
      </p>
      <ul>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
    </>
  );
}
