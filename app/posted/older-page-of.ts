export const OLDER_PAGE = 'older-page';

/** Where a form of another build is answered, and what was typed into it kept. @param pathname of the page it was on. */
export function olderPageOf(pathname: string): string {
  const [, chart = '/chart/none', screen = ''] = /^(\/chart\/[^/]+)\/([a-z]+)$/.exec(pathname) ?? [];
  return `${chart}/${OLDER_PAGE}?screen=${screen}`;
}
