import type { Identity, SheetSection, SheetWords } from '#lib/words/shapes.ts';
import type { Words } from '#lib/words/words-for.ts';

function Section({ section, className }: { readonly section: SheetSection; readonly className?: string }) {
  return (
    <section className={className}>
      <h2>{section.title}</h2>
      <ul>
        {section.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

/** The sheet as it is printed: black on white, A4 or Letter. */
export function HandoutSheet({
  words,
  sheet,
  patient,
}: {
  readonly words: Words;
  readonly sheet: SheetWords;
  readonly patient: Identity;
}) {
  const { patient: whose, schedule, call, card } = words.handout;
  return (
    <main className="handout">
      <h1>{sheet.title}</h1>
      <p>
        {whose.for} <strong>{patient.name}</strong>
        {whose.born(patient.bornInFull)}
      </p>
      <Section section={sheet.warning} className="boxed" />
      <section>
        <h2>{schedule.title}</h2>
        <table>
          <caption>{schedule.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{schedule.columns.weeks}</th>
              <th scope="col">{schedule.columns.from}</th>
              <th scope="col">{schedule.columns.take}</th>
            </tr>
          </thead>
          <tbody>
            {sheet.schedule.map((row) => (
              <tr key={row.weeks}>
                <th scope="row">{row.weeks}</th>
                <td>{schedule.from(row.from, row.nights)}</td>
                <td>
                  <strong>{row.take}</strong>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p>{sheet.afterSchedule}</p>
        <p>{schedule.ifLater}</p>
      </section>
      {sheet.sections.map((section) => (
        <Section key={section.title} section={section} />
      ))}
      <section>
        <h2>{call.title}</h2>
        <p>
          {call.prescriber} <span className="write-in" />
        </p>
        <p>
          {call.pharmacy} <span className="write-in" />
        </p>
      </section>
      <section className="boxed wallet-card">
        <h2>{card.title}</h2>
        <p>
          <strong>{patient.name}</strong>
          {whose.born(patient.bornInFull)}
        </p>
        {sheet.walletCard.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p>
          {card.prescriber} <span className="write-in" />
        </p>
      </section>
    </main>
  );
}
