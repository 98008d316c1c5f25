/** The words of the pages that stand in place of a screen: a failure, no such page, the start page, the sign-in. */

import { APP_NAME, versionLine } from './fault.ts';

export const PROBLEM_WORDS = {
  appName: APP_NAME,
  /** Around the words of a failure, which are in failures.ts. */
  failure: { whatToDo: 'What to do', reference: 'Reference', code: 'Code', detail: 'Detail for IT' },
  /** Where the EHR did not say who the user is. */
  sayPrescriber: 'I am a prescriber: open the chart',
  /** A link to the page as the app now makes it. */
  reload: 'Reload the page',
  /** What the browser calls a page of the launch. */
  pageTitle: (title: string) => `${title} - ${APP_NAME}`,
  noSuchPage: {
    title: 'There is no such page',
    happened: `${APP_NAME} is opened from a patient's chart.`,
    meaning: 'This address reads nothing from a chart and writes nothing to it.',
    step: 'Open it again from the chart.',
  },
  start: {
    what: "This app opens from a patient's chart. It looks for opioids in the chart, proposes a titration of low-dose naltrexone and puts it back into the chart as a draft order, which you review and sign there.",
    open: 'Open it from your EHR.',
    notListed: 'If it is not listed there, ask IT to register it.',
  },
  /** At the foot of every page. */
  version: versionLine,
  signIn: { page: 'Signing in', title: 'Signing in at the EHR', button: 'Continue to sign-in' },
} as const;
