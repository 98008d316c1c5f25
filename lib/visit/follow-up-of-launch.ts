/** The follow-up of a launch: the orders of this app as the EHR holds them now, the judgement for it, the answers so far and what follows. */
import { isReadAsOwn } from '#lib/chart/own-draft.ts';
import type { AtVisit } from '#lib/follow-up/at-visit.ts';
import { atVisit } from '#lib/follow-up/at-visit.ts';
import {
  type FollowUpForm,
  type FollowUpProblem,
  preparationAsked,
  readFollowUpForm,
} from '#lib/follow-up/follow-up-form.ts';
import { type Chosen, judgeResponse } from '#lib/follow-up/judge-response.ts';
import { choicesAt } from '#lib/follow-up/other-outcomes.ts';
import type { PainScore } from '#lib/follow-up/pain-scores.ts';
import { OUTCOMES, type Outcome, type Response } from '#lib/follow-up/response.ts';
import { situationOf } from '#lib/follow-up/situation.ts';
import { preparationOf, type Treatment } from '#lib/follow-up/treatment.ts';
import { type AskedAtVisit, whatIsAsked } from '#lib/follow-up/what-is-asked.ts';
import { isStanding } from '#lib/order/standing/draft-state.ts';
import { ownDrafts } from '#lib/order/standing/own-drafts.ts';
import type { OrderedTitration } from '#lib/order/standing/standing-plan.ts';
import { readBack, type StoredDraft } from '#lib/order/verify/read-back.ts';
import { verifyDraft } from '#lib/order/verify/verify-draft.ts';
import { readAnswers } from '#lib/review/read-answers.ts';
import { judgeSafety } from '#lib/safety/judge-safety.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import { installedRecogniser } from '#lib/terminology/load-tables.ts';
import { answeredScores } from './answered-scores.ts';
import type { DecidedFollowUp } from './launch-work.ts';
import type { OpenChart } from './open-chart.ts';
import { titrationsOf } from './titrations.ts';

export interface FollowUpOfLaunch {
  readonly judgement: Judgement;
  readonly visit: AtVisit;
  readonly form: FollowUpForm;
  readonly problems: readonly FollowUpProblem[];
  readonly response: Response;
  /** Null where none is begun, or nobody can say. */
  readonly treatment: Treatment | null;
  readonly asked: AskedAtVisit;
  /** What the prescriber may choose instead. */
  readonly choices: readonly Outcome[];
  readonly orders: readonly StoredDraft[];
  readonly titrations: readonly OrderedTitration[];
  /** The EHR holds something seriously else than was sent. */
  readonly isNotAsSent: boolean;
  /** What is kept of it once a draft is asked for. */
  readonly decided: DecidedFollowUp;
}

/** POLICY: the latest orders of this app that are read; older ones are history that the chart tells. */
const MOST_ORDERS = 12;

/** Where orders of this app stand, whoever wrote them: in the chart, the newest first, and where the journal knows of them. */
function ownOrderLocations({ chart, journal }: Pick<OpenChart, 'chart' | 'journal'>): readonly string[] {
  const inChart = chart.medications
    .filter(isReadAsOwn)
    .toSorted((a, b) => ((a.authoredOn ?? '') < (b.authoredOn ?? '') ? 1 : -1))
    .map(({ source }) => source as string);
  const written = (journal?.payload.drafts ?? []).filter(({ state }) => state === 'written');
  return [...new Set([...inChart, ...written.flatMap(({ locations }) => locations)])].slice(0, MOST_ORDERS);
}

/** The patient has a signed order of this app and no draft to be looked at first: the visit is about how it goes. */
export function isFollowUp({ chart, launch }: Pick<OpenChart, 'chart' | 'launch'>): boolean {
  if (launch.work.sent !== null) return false;
  const own = chart.medications.filter(isReadAsOwn);
  return own.some(({ state }) => state === 'in-force') && own.every(({ state }) => state !== 'drafted');
}

/** Low-dose naltrexone is, or was, taken: there is something to follow up. */
export function hasTreatment({ judgement }: Pick<OpenChart, 'judgement'>): boolean {
  const codes = new Set<string>([
    'naltrexone-order-exists',
    'naltrexone-order-followed',
    'low-dose-naltrexone-current',
    'naltrexone-tried-before',
  ]);
  return judgement.findings.some(({ code }) => codes.has(code));
}

/**
 * Reads the orders of this app and the questionnaires that the EHR holds, and says what follows from them and the answers. Writes nothing.
 *
 * @param form the answers as typed; those this launch has kept where none are given.
 */
export async function followUpOf(
  opened: OpenChart,
  form: FollowUpForm = opened.launch.work.followUpForm ?? {},
): Promise<FollowUpOfLaunch> {
  const [orders, answered] = await Promise.all([
    readBack(opened.server, ownOrderLocations(opened)),
    answeredScores(opened),
  ]);
  return followUpWith(opened, orders, answered, form);
}

function followUpWith(
  opened: OpenChart,
  orders: readonly StoredDraft[],
  answered: readonly PainScore[],
  form: FollowUpForm,
): FollowUpOfLaunch {
  const { chart, launch } = opened;
  const { asOf, timeZone } = opened.judgement;
  const { recognise } = installedRecogniser(launch.site.jurisdiction ?? null);
  const titrations = titrationsOf(opened, orders);
  const supply = preparationAsked(form);
  const preparation = supply.preparation ?? preparationOf(titrations);
  const judgement = judgeSafety(chart, {
    asOf,
    timeZone,
    recognise,
    jurisdiction: launch.site.jurisdiction ?? null,
    preparation,
    purpose: 'follow-up',
  });
  const { answers: safetyAnswers } = readAnswers(launch.work.answerForm ?? {}, judgement);
  const { answers, problems } = readFollowUpForm(form, asOf);
  const visit = atVisit({ chart, judgement, safetyAnswers, own: titrations, answers, answered, recognise });
  const response = judgeResponse(visit, chosenIn(form));
  const { draft } = response;
  const isOneDose = draft?.kind === 'maintenance' || draft?.kind === 'stay';
  return {
    judgement,
    visit,
    form,
    problems,
    response,
    treatment: situationOf(visit).treatment,
    asked: whatIsAsked(response, visit),
    choices: choicesAt(visit),
    orders,
    titrations,
    isNotAsSent: isNotAsSent(opened, orders),
    decided: {
      response,
      preparation,
      strengths: supply.isOneCapsule && isOneDose ? [draft.dose] : null,
      repeats: launch.site.writeBack.maintenanceRepeats ?? 0,
    },
  };
}

function isNotAsSent({ journal, judgement }: OpenChart, orders: readonly StoredDraft[]): boolean {
  return ownDrafts(orders, journal?.payload ?? null, judgement.asOf).some(
    (draft) =>
      isStanding(draft.state) &&
      draft.sent !== null &&
      verifyDraft({ requests: [draft.sent] }, [draft.stored], 'later').state === 'serious',
  );
}

function chosenIn(form: FollowUpForm): Chosen | null {
  const outcome = OUTCOMES.find((one) => one === form.outcome);
  const reason = (form.reason ?? '').trim();
  return outcome === undefined || reason === '' ? null : { outcome, reason };
}
