/**
 * What a granted SMART scope allows, version 2 (`patient/Condition.rs`) and version 1 (`patient/Condition.read`).
 * @see SMART App Launch 2.2.0, Scopes and Launch Context
 */

type Interaction = 'c' | 'r' | 'u' | 'd' | 's';

/** `patient`: rows of the launched patient alone. `user`: whatever the user may see. */
export type Reach = 'patient' | 'user';

const SCOPE = /^(patient|user)\/(\*|[A-Z][A-Za-z]+)\.(read|write|\*|c?r?u?d?s?)$/;
const VERSION_1: Record<string, string> = { read: 'rs', write: 'cud', '*': 'cruds' };

/** How far the scopes let this interaction with this type go; null when not at all. */
export function reachOf(scopes: readonly string[], type: string, interaction: Interaction): Reach | null {
  let reach: Reach | null = null;
  for (const scope of scopes) {
    const [, level, named, permissions = ''] = SCOPE.exec(scope) ?? [];
    if (level === undefined || (named !== '*' && named !== type)) continue;
    if (!(VERSION_1[permissions] ?? permissions).includes(interaction)) continue;
    if (level === 'user') return 'user';
    reach = 'patient';
  }
  return reach;
}

/** As much of an asked scope as the allowed ones cover, in version 2 where it is less than asked; null when nothing. */
export function narrowed(asked: string, allowed: readonly string[]): string | null {
  const [, level, type, permissions = ''] = SCOPE.exec(asked) ?? [];
  if (level === undefined || type === undefined) return allowed.includes(asked) ? asked : null;
  const covering = allowed.flatMap((scope) => {
    const [, itsLevel, itsType, itsPermissions = ''] = SCOPE.exec(scope) ?? [];
    const covers = itsLevel === level && (itsType === type || itsType === '*');
    return covers ? [...(VERSION_1[itsPermissions] ?? itsPermissions)] : [];
  });
  const wanted = [...(VERSION_1[permissions] ?? permissions)];
  const left = wanted.filter((letter) => covering.includes(letter));
  if (left.length === wanted.length) return asked;
  return left.length === 0 ? null : `${level}/${type}.${left.join('')}`;
}

/** Every scope this server may grant for these types, both versions: an authorization server wants them listed. */
export function grantableScopes(types: readonly string[]): string[] {
  const subsets = Array.from({ length: 31 }, (_, index) =>
    [...'cruds'].filter((_letter, bit) => ((index + 1) >> bit) & 1).join(''),
  );
  return ['patient', 'user'].flatMap((level) =>
    ['*', ...types].flatMap((type) =>
      [...subsets, 'read', 'write', '*'].map((permissions) => `${level}/${type}.${permissions}`),
    ),
  );
}
