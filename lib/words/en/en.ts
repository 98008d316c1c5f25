/** English: every sentence a person reads, by the file it stands in. */

import { ASSESS_WORDS } from './assess.ts';
import { bundleRefusalWords } from './bundle-refusal.ts';
import {
  CARD_WORDS,
  cardDetail,
  cardSummary,
  offeredTexts,
  overrideWords,
  SERVICE_USAGE,
  serviceWords,
  topicWords,
} from './cards.ts';
import { chartDifferenceWords } from './chart-difference.ts';
import { chartLines } from './chart-lines.ts';
import { citationWords } from './citations.ts';
import { companionWords, DONE_WORDS } from './done.ts';
import { CLOSED_BY_HAND, DOUBT_WORDS, doubtWords } from './doubt.ts';
import { EVIDENCE, evidenceReviewed, unapprovedUse } from './evidence.ts';
import { failureWords, TWO_PATIENTS } from './failures.ts';
import { findingWords } from './finding.ts';
import { followUpWords } from './follow-up.ts';
import { FOLLOW_UP_VISIT } from './follow-up-visit.ts';
import { FRAME_WORDS } from './frame.ts';
import { HANDOUT_WORDS } from './handout.ts';
import { sheetWords } from './handout-sheet.ts';
import { identityOf } from './identity.ts';
import {
  OPIOID_STATE_WORDS,
  SEVERITY_WORDS,
  stateWords,
  VERDICT_HEADINGS,
  verdictWords,
} from './judgement.ts';
import { RESTORED_PLAN, restoredPlanTitle } from './kept-plan.ts';
import { MEASURED_WORDS, measuredScoreWords, measuredValueWords, ruleOfMeasured } from './measured-values.ts';
import { namesToRead } from './names-to-read.ts';
import {
  earliestStartLabel,
  historyInOneLine,
  spanWords,
  todayLabel,
  undrawnDayWords,
} from './opioid-timeline.ts';
import { ORDER_WORDS } from './order.ts';
import { wordsOfOrders, writtenBefore } from './own-orders.ts';
import { holdNoteWords, letterWords, PAPER_WORDS, paperText } from './papers.ts';
import { planToday } from './plan-today.ts';
import { POPULATION_REPORT } from './population-report.ts';
import { POPULATION_CHARTS, POPULATION_GAPS, POPULATION_ROWS } from './population-rows.ts';
import {
  POPULATION_FETCH,
  POPULATION_OPTIONS,
  POPULATION_PROGRESS,
  POPULATION_USAGE,
  POPULATION_WORKER,
} from './population-run.ts';
import { PROBLEM_WORDS } from './problem.ts';
import { askedQuestions, beforeChoices, questionWords } from './question.ts';
import {
  checkedFieldWords,
  fieldValueWords,
  keptFields,
  NOT_AS_SENT,
  notReadWords,
  READ_BACK_WORDS,
} from './read-back.ts';
import { NO_MEDICINES_RECORDED, readSummary, unseenHere } from './read-summary.ts';
import { readingLines, STILL_READING, STOPPED_READING } from './reading.ts';
import { reasonWords } from './reasons.ts';
import { becauseWords } from './recognised-by.ts';
import { regimenFileWords } from './regimen-file.ts';
import {
  basisWords,
  chosenInstead,
  contradictionWords,
  draftWords,
  OUTCOME_WORDS,
  responseHeadline,
  responseMessage,
  responseReason,
} from './response.ts';
import { REVIEW_WORDS } from './review.ts';
import { reviewProblems } from './review-problems.ts';
import { medicationName } from './rows.ts';
import { quietChecks, RULE_TITLES } from './rule-titles.ts';
import { besideVerdict, readOnPaper, SAFETY_WORDS } from './safety.ts';
import { RECORD_SCORE, SCORE_RECORD, scoreOutcomeWords } from './score.ts';
import { orderText, pharmacistNote } from './sig.ts';
import { opioidNotExcluded, STANDING_STOP } from './standing-stop.ts';
import { absentTables, tablesSentence } from './tables.ts';
import { treatmentFor, treatmentName } from './treatments.ts';
import { capabilitiesUnknownWords } from './unread.ts';
import { enWorkbench } from './workbench.ts';
import { writeWords } from './write.ts';
import { rungWords } from './write-ladder.ts';
import { writingWords } from './writing.ts';

export const en = {
  ...enWorkbench,
  assess: ASSESS_WORDS,
  bundleRefusal: { bundleRefusalWords },
  cards: {
    ...CARD_WORDS,
    cardDetail,
    cardSummary,
    offeredTexts,
    overrideWords,
    serviceUsage: SERVICE_USAGE,
    serviceWords,
    topicWords,
  },
  chartDifference: { chartDifferenceWords },
  chartLines: { chartLines },
  citations: { citationWords },
  done: { ...DONE_WORDS, companionWords },
  doubt: { ...DOUBT_WORDS, closedByHand: CLOSED_BY_HAND, doubtWords },
  evidence: { ...EVIDENCE, evidenceReviewed, unapprovedUse },
  failures: { failureWords, twoPatients: TWO_PATIENTS },
  finding: { findingWords },
  followUp: { followUpWords },
  followUpVisit: FOLLOW_UP_VISIT,
  frame: FRAME_WORDS,
  handout: HANDOUT_WORDS,
  handoutSheet: { sheetWords },
  identity: { identityOf },
  judgement: {
    opioidStateWords: OPIOID_STATE_WORDS,
    severityWords: SEVERITY_WORDS,
    stateWords,
    verdictHeadings: VERDICT_HEADINGS,
    verdictWords,
  },
  keptPlan: { ...RESTORED_PLAN, restoredPlanTitle },
  measuredValues: { measuredWords: MEASURED_WORDS, measuredScoreWords, measuredValueWords, ruleOfMeasured },
  namesToRead: { namesToRead },
  opioidTimeline: { earliestStartLabel, historyInOneLine, spanWords, todayLabel, undrawnDayWords },
  order: ORDER_WORDS,
  papers: { ...PAPER_WORDS, holdNoteWords, letterWords, paperText },
  population: {
    charts: POPULATION_CHARTS,
    fetch: POPULATION_FETCH,
    gaps: POPULATION_GAPS,
    options: POPULATION_OPTIONS,
    progress: POPULATION_PROGRESS,
    report: POPULATION_REPORT,
    rows: POPULATION_ROWS,
    usage: POPULATION_USAGE,
    worker: POPULATION_WORKER,
  },
  problem: PROBLEM_WORDS,
  question: { askedQuestions, beforeChoices, questionWords },
  readBack: {
    ...READ_BACK_WORDS,
    checkedFieldWords,
    fieldValueWords,
    keptFields,
    notAsSent: NOT_AS_SENT,
    notReadWords,
  },
  readSummary: { noMedicinesRecorded: NO_MEDICINES_RECORDED, readSummary, unseenHere },
  reading: { readingLines, stillReading: STILL_READING, stoppedReading: STOPPED_READING },
  reasons: { reasonWords },
  recognisedBy: { becauseWords },
  regimenFile: { regimenFileWords },
  response: {
    basisWords,
    chosenInstead,
    contradictionWords,
    draftWords,
    outcomeWords: OUTCOME_WORDS,
    responseHeadline,
    responseMessage,
    responseReason,
  },
  review: REVIEW_WORDS,
  reviewProblems: { reviewProblems },
  rows: { medicationName },
  ruleTitles: { quietChecks, titles: RULE_TITLES },
  safety: { ...SAFETY_WORDS, besideVerdict, readOnPaper },
  score: { ...SCORE_RECORD, record: RECORD_SCORE, scoreOutcomeWords },
  sig: { orderText, pharmacistNote },
  ownOrders: { wordsOfOrders, writtenBefore },
  planToday: { planToday },
  standingStop: { ...STANDING_STOP, opioidNotExcluded },
  tables: { absentTables, tablesSentence },
  treatments: { treatmentFor, treatmentName },
  unread: { capabilitiesUnknownWords },
  write: { writeWords },
  writeLadder: { rungWords },
  writing: { writingWords },
};
