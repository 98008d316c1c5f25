import { type OpioidCourse, opioidCourses } from '#lib/drawings/opioid-courses.ts';
import { evidenceSpan } from '#lib/drawings/opioid-timeline.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import type { OpioidEvidence } from '#lib/safety/opioid-evidence.ts';
import { type CalendarDate, latest } from '#lib/time/calendar-date.ts';
import type { Words } from '#lib/words/words-for.ts';
import { ChartText } from '../parts/chart-text.tsx';
import { FurtherRows, MOST_ROWS } from '../parts/further-rows.tsx';
import { Unbroken } from '../parts/unbroken.tsx';

function recognisedBy(words: Words, { ingredients, because }: OpioidEvidence): string {
  const lookedAt = because.map(words.recognisedBy.becauseWords).join('; ');
  return ingredients.length > 0 ? lookedAt : words.safety.history.notRecognised(lookedAt);
}

/** Dates of a course: its one span, or that of each part by its kind. */
function Taken({ words, course: { head, parts }, judgement }: RowProps) {
  const span = (row: OpioidEvidence) => evidenceSpan(words, row, judgement.asOf);
  if (parts.length === 0) return <Unbroken text={span(head)} />;
  return [head, ...parts].map((row) => (
    <span className="course-part" key={row.source}>
      <Unbroken text={words.safety.history.part(row.source, span(row))} />
    </span>
  ));
}

interface RowProps {
  readonly words: Words;
  readonly course: OpioidCourse;
  readonly judgement: Judgement;
}

/** The latest day of its parts; none while one of them has none. */
function clearFromOf(words: Words, { head, parts }: OpioidCourse, today: CalendarDate): string {
  const days = [head, ...parts].map(({ clearFrom }) => clearFrom);
  const known = days.filter((day) => day !== null);
  const last = known.length < days.length ? null : latest(known);
  if (last === null) return words.safety.history.noDate;
  return last > today ? words.dates.screenDate(last) : words.safety.history.clearSince(last);
}

function CourseRow({ words, course, judgement }: RowProps) {
  const { columns } = words.safety.history;
  const { head, parts, state } = course;
  return (
    <tr>
      <td data-label={columns.text}>
        <span>
          <ChartText words={words} text={words.rows.medicationName(head.text)} />{' '}
          {[head, ...parts].map(({ source }) => (
            <span className="muted source" key={source}>
              {source}{' '}
            </span>
          ))}
        </span>
      </td>
      <td data-label={columns.state}>{words.judgement.stateWords({ ...head, state })}</td>
      <td data-label={columns.taken}>
        <span>
          <Taken words={words} course={course} judgement={judgement} />
        </span>
      </td>
      <td data-label={columns.clearFrom}>
        <span>
          <Unbroken text={clearFromOf(words, course, judgement.asOf)} />
        </span>
      </td>
      <td data-label={columns.recognisedBy}>
        <ChartText words={words} text={recognisedBy(words, head)} />
      </td>
    </tr>
  );
}

/** The table twin of the picture: older rows too, and what each was recognised by. An order and what was handed out of it are one row. */
export function OpioidRows({ words, judgement }: { readonly words: Words; readonly judgement: Judgement }) {
  const { columns } = words.safety.history;
  const courses = opioidCourses(judgement.opioid.evidence);
  // A row that is known to be an opioid is never folded away.
  const isShown = ({ head }: OpioidCourse, at: number) => at < MOST_ROWS || head.ingredients.length > 0;
  const shown = courses.filter(isShown);
  const further = courses.filter((row, at) => !isShown(row, at));
  return (
    <>
      <table className="stacking">
        <caption>{words.safety.history.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.text}</th>
            <th scope="col">{columns.state}</th>
            <th scope="col">{columns.taken}</th>
            <th scope="col">{columns.clearFrom}</th>
            <th scope="col">{columns.recognisedBy}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((course) => (
            <CourseRow key={course.head.source} words={words} course={course} judgement={judgement} />
          ))}
        </tbody>
      </table>
      <FurtherRows
        words={words}
        rows={further.map(({ head: { source, text, state } }) => ({
          source,
          words: `${words.rows.medicationName(text)}, ${words.judgement.opioidStateWords[state]}`,
        }))}
      />
    </>
  );
}
