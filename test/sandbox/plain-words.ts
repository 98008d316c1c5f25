/** What a newcomer can do about a folder that cannot be written; every other error speaks for itself. */

const FOLDER_FAULTS: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a file stands where a folder should',
  EEXIST: 'a file stands where a folder should',
};

export function inPlainWords(error: NodeJS.ErrnoException): string {
  const code = error.code ?? /\b(EACCES|EPERM|EROFS|ENOSPC)\b/.exec(error.message)?.[1] ?? '';
  const why = FOLDER_FAULTS[code];
  if (why === undefined) return error.message;
  const path =
    error.path ?? /\b(?:open|mkdir|unlink|rename|rmdir|copyfile|scandir) '([^']+)'/.exec(error.message)?.[1];
  const place = path === undefined ? 'A file of the demo' : path;
  return `${place} cannot be written: ${why}. The demo builds into the folder .next of this checkout and keeps its keys and log in .data. Put the checkout in a folder of your own on a disk with room, and start it there.`;
}
