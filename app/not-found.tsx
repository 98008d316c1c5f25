export default function NotFound() {
  return (
    <main className="problem">
      <h1>There is no such page</h1>
      <p>LDN Titration is opened from a patient&apos;s chart.</p>
      <p className="meaning">Nothing was read from the chart and nothing was written to it.</p>
      <p>Open it again from the chart.</p>
    </main>
  );
}
