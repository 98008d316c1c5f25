import type { ReactNode } from 'react';
import type { Identity, SheetContact, SheetSection, SheetWords } from '#lib/words/shapes.ts';
import type { Words } from '#lib/words/words-for.ts';

/** The words around what the sheet says. */
type Frame = Words['handout'];

function Section({
  section,
  className,
  children,
}: {
  readonly section: SheetSection;
  readonly className?: string;
  readonly children?: ReactNode;
}) {
  return (
    <section className={className}>
      <h2>{section.title}</h2>
      <ul>
        {section.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {children}
    </section>
  );
}

/** More rows than these leave the page in its largest type. */
const MANY_STEPS = 5;

/** What is printed where it is known, and a line to write on where it is not. */
function WriteIn({ text }: { readonly text: string | null }) {
  return text === null ? <span className="write-in" /> : <strong>{text}</strong>;
}

function Steps({
  frame: { steps, firstNight },
  sheet,
}: {
  readonly frame: Frame;
  readonly sheet: SheetWords;
}) {
  const { nights, take, dose, startsOn } = steps.columns;
  return (
    <table className="handout-steps">
      <caption>
        {steps.caption}{' '}
        <span className="first-night">
          {firstNight} <WriteIn text={sheet.firstNight} />
        </span>
      </caption>
      <thead>
        <tr>
          <th scope="col">{nights}</th>
          <th scope="col">{take}</th>
          <th scope="col">{dose}</th>
          <th scope="col">{startsOn}</th>
        </tr>
      </thead>
      <tbody>
        {sheet.steps.map((row) => (
          <tr key={row.nights}>
            <th scope="row">{row.nights}</th>
            <td>
              <strong>{row.take}</strong>
            </td>
            <td>{row.dose}</td>
            <td>
              <WriteIn text={row.startsOn} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Mixing({
  frame: { bottles },
  mixing,
}: {
  readonly frame: Frame;
  readonly mixing: NonNullable<SheetWords['mixing']>;
}) {
  const { bottle, nights, mixOn } = bottles.columns;
  return (
    <Section section={mixing} className="boxed mixing">
      <table>
        <caption>{bottles.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{bottle}</th>
            <th scope="col">{nights}</th>
            <th scope="col">{mixOn}</th>
          </tr>
        </thead>
        <tbody>
          {mixing.bottles.map((row) => (
            <tr key={row.bottle}>
              <th scope="row">{row.bottle}</th>
              <td>{row.nights}</td>
              <td>
                <WriteIn text={row.mixOn} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Contact({
  frame: { call },
  contact: { who, name, phone },
}: {
  readonly frame: Frame;
  readonly contact: SheetContact;
}) {
  return (
    <p className="contact">
      {who} <WriteIn text={name} /> {call.phone} <WriteIn text={phone} />
    </p>
  );
}

interface Printed {
  readonly words: Words;
  readonly sheet: SheetWords;
  readonly patient: Identity;
}

function WalletCard({ words, sheet, patient }: Printed) {
  const { patient: whose, call, card } = words.handout;
  const [prescriber] = sheet.call;
  return (
    <section className="boxed wallet-card in-two">
      <div>
        <h2>{card.title}</h2>
        <p>
          <strong>{patient.name}</strong>
          {whose.born(patient.bornInFull)}
        </p>
        {sheet.walletCard.holder.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p className="contact">
          {card.call} <WriteIn text={prescriber?.name ?? null} /> {call.phone}{' '}
          <WriteIn text={prescriber?.phone ?? null} />
        </p>
      </div>
      <div>
        {sheet.walletCard.reader.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </section>
  );
}

/** The sheet as it is printed: black on white, A4 or Letter. */
export function HandoutSheet({ words, sheet, patient }: Printed) {
  const frame = words.handout;
  const { patient: whose, call } = frame;
  return (
    <main className={sheet.steps.length > MANY_STEPS ? 'handout many-steps' : 'handout'}>
      <div className="handout-head">
        <h1>{sheet.title}</h1>
        <p>
          {whose.for} <strong>{patient.name}</strong>
          {whose.born(patient.bornInFull)}
        </p>
      </div>
      <Section section={sheet.warning} className="boxed" />
      <div className="in-two">
        <Section section={sheet.start} />
        <Section section={sheet.goingUp} className="going-up" />
      </div>
      <Steps frame={frame} sheet={sheet} />
      <div className="handout-boxes">
        {sheet.sections.map((section) => (
          <Section key={section.title} section={section} />
        ))}
        <section>
          <h2>{call.title}</h2>
          {sheet.call.map((contact) => (
            <Contact key={contact.who} frame={frame} contact={contact} />
          ))}
        </section>
      </div>
      {sheet.mixing === null ? null : <Mixing frame={frame} mixing={sheet.mixing} />}
      <WalletCard words={words} sheet={sheet} patient={patient} />
    </main>
  );
}
