import type { WhoToCall } from '#lib/handout/who-to-call.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { Identity, PaperWords } from '#lib/words/shapes.ts';
import type { Words } from '#lib/words/words-for.ts';
import { TextToCopy } from '../../parts/text-to-copy.tsx';

/** One page to print, and the same as text to copy. */
export function PaperSheet({
  words,
  paper,
  patient,
  call: { prescriber, clinic },
  writtenOn,
}: {
  readonly words: Words;
  readonly paper: PaperWords;
  readonly patient: Identity;
  readonly call: WhoToCall;
  readonly writtenOn: CalendarDate;
}) {
  const { about, call, sources, toCopy, paperText } = words.papers;
  const contacts = [
    { who: call.prescriber, ...prescriber },
    { who: call.clinic, ...clinic },
  ];
  return (
    <article className="handout">
      <div className="handout-head">
        <h1>{paper.title}</h1>
        <p>{words.papers.dated(writtenOn)}</p>
      </div>
      <p>
        <strong>{about(patient)}</strong>
      </p>
      <p>{paper.readers}</p>
      {paper.sections.map(({ title, lines }) => (
        <section key={title}>
          <h2>{title}</h2>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
      <section>
        {contacts.map(({ who, name, phone }) => (
          <p className="contact" key={who}>
            {who} {name === null ? <span className="write-in" /> : <strong>{name}</strong>} {call.phone}{' '}
            {phone === null ? <span className="write-in" /> : <strong>{phone}</strong>}
          </p>
        ))}
        <p className="muted">
          {sources} {paper.sources}
        </p>
      </section>
      <section className="no-print field">
        <TextToCopy id="paper-text" label={toCopy} text={paperText(paper, patient, contacts, writtenOn)} />
      </section>
    </article>
  );
}
