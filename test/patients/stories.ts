/** Every patient of the pretend EHR, in the order in which its chart page lists them. */
import { story as e01 } from './e01-no-medicines.ts';
import { followUpStories } from './follow-up-stories.ts';
import { story as n01 } from './n01-no-indication.ts';
import { story as s01 } from './s01-generator-shaped.ts';
import type { PatientStory } from './story.ts';
import { story as v01 } from './v01-duloxetine-no-opioid.ts';
import { story as v02 } from './v02-oxycodone-active.ts';
import { story as v03 } from './v03-tramadol-finished.ts';
import { story as v04 } from './v04-tramadol-dispensed-later.ts';
import { story as v05 } from './v05-pain-pill-without-code.ts';
import { story as v06 } from './v06-second-page-fails.ts';
import { story as v07 } from './v07-depot-buprenorphine.ts';
import { story as v08 } from './v08-pregnant.ts';
import { story as v09 } from './v09-cellulose-intolerance.ts';
import { story as v10 } from './v10-naltrexone-already.ts';

export const stories: readonly PatientStory[] = [
  v01,
  v02,
  v03,
  v04,
  v05,
  v06,
  v07,
  v08,
  v09,
  v10,
  e01,
  n01,
  s01,
  ...followUpStories,
];
