import type { Identity } from '../../../../lib/display/identity.ts';
import type { Handout, HandoutSection } from '../../../../lib/handout/handout.ts';

function Section({ section, className }: { readonly section: HandoutSection; readonly className?: string }) {
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
export function HandoutSheet({ sheet, patient }: { readonly sheet: Handout; readonly patient: Identity }) {
  return (
    <main className="handout">
      <h1>{sheet.title}</h1>
      <p>
        For <strong>{patient.name}</strong>, born {patient.bornInFull}
      </p>
      <Section section={sheet.warning} className="boxed" />
      <section>
        <h2>What to take, and when</h2>
        <table>
          <caption>Once a day, at bedtime</caption>
          <thead>
            <tr>
              <th scope="col">Weeks</th>
              <th scope="col">Starts on</th>
              <th scope="col">Take</th>
            </tr>
          </thead>
          <tbody>
            {sheet.schedule.map((row) => (
              <tr key={row.weeks}>
                <th scope="row">{row.weeks}</th>
                <td>
                  {row.from}, {row.nights}
                </td>
                <td>
                  <strong>{row.take}</strong>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p>{sheet.afterSchedule}</p>
        <p>
          The dates count from the planned first night. If you start later, everything moves by as many days.
        </p>
      </section>
      {sheet.sections.map((section) => (
        <Section key={section.title} section={section} />
      ))}
      <section>
        <h2>Who to call</h2>
        <p>
          Prescriber <span className="write-in" />
        </p>
        <p>
          Pharmacy <span className="write-in" />
        </p>
      </section>
      <section className="boxed wallet-card">
        <h2>Card for your wallet</h2>
        <p>
          <strong>{patient.name}</strong>, born {patient.bornInFull}
        </p>
        {sheet.walletCard.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p>
          My prescriber <span className="write-in" />
        </p>
      </section>
    </main>
  );
}
