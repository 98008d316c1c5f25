import { answerCall, answerPreflight } from '#lib/cds-hooks/respond.ts';

interface Named {
  readonly params: Promise<{ readonly service: string }>;
}

export async function POST(request: Request, { params }: Named): Promise<Response> {
  return answerCall(request, (await params).service);
}

export const OPTIONS = (request: Request) => answerPreflight(request);
