/** The app has no door of its own: it is opened from a chart. */
export default function StartPage() {
  return (
    <main className="plain-page">
      <h1>LDN Titration</h1>
      <p>
        This app opens from a patient&apos;s chart. It looks for opioids in the chart, proposes a titration of
        low-dose naltrexone and puts it back into the chart as a draft order, which you review and sign there.
      </p>
      <p>
        <strong>Open it from your EHR.</strong> If it is not listed there, ask IT to register it.
      </p>
    </main>
  );
}
