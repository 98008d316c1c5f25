/** Where a form of another version of this app ends: nothing is done, what was typed is kept, and the page can be had anew. */
import { failureOf, launchFailure } from '#lib/launch/failure.ts';
import { sameSecret } from '#lib/store/secrets.ts';
import { LANGUAGE_OF } from '#lib/words/language.ts';
import { wordsFor } from '#lib/words/words-for.ts';
import { typedForm } from '../../../posted/posted-action.ts';
import { failurePage } from '../../../problem/failure-page.ts';
import { textField } from '../form-fields.ts';
import { saveInCommon } from '../keep-typed.ts';
import { openChart } from '../open-chart.ts';
import { TOKEN_FIELD } from '../parts/form-guard.tsx';

interface Context {
  readonly params: Promise<{ readonly launch: string }>;
}

const SCREENS: ReadonlySet<string> = new Set(['safety', 'plan', 'review', 'done', 'handout']);

function screenOf(request: Request): string {
  const screen = new URL(request.url).searchParams.get('screen') ?? '';
  return SCREENS.has(screen) ? screen : 'safety';
}

/** What Next's own page understands as "this server has no such action"; it comes here again by itself. */
const NOT_FOUND_HERE = {
  'x-nextjs-action-not-found': '1',
  'content-type': 'text/plain',
  'cache-control': 'no-store',
};

export async function POST(request: Request, context: Context): Promise<Response> {
  const { launch: launchId } = await context.params;
  try {
    const opened = await openChart(launchId, 'recent');
    if (!('failed' in opened)) {
      const form = await typedForm(request);
      if (sameSecret(opened.launch.session.formToken, textField(form, TOKEN_FIELD)))
        await saveInCommon(opened, form);
    }
  } catch (error) {
    return failurePage(wordsFor(LANGUAGE_OF.screens), failureOf(error), request.headers.get('x-nonce'));
  }
  if (request.headers.has('next-action'))
    return new Response('Gone.', { status: 409, headers: NOT_FOUND_HERE });
  return GET(request, context);
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { launch: launchId } = await params;
  const failure = launchFailure('PAGE_OUTDATED', 'the action posted is not of this build');
  const address = `/chart/${encodeURIComponent(launchId)}/${screenOf(request)}`;
  return failurePage(wordsFor(LANGUAGE_OF.screens), failure, request.headers.get('x-nonce'), address);
}
