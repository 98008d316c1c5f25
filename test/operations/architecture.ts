/** The picture of docs/architecture.md: which room imports from which, read out of the sources. */
import { modulesUnder, ROOMS, roomOf } from '../modules.ts';

const PROJECT_ROOMS = [...ROOMS, 'app'];

export function architectureText(): string {
  const modules = [...modulesUnder('lib'), ...modulesUnder('app')];
  const arrows = new Map<string, Set<string>>(PROJECT_ROOMS.map((room) => [room, new Set()]));
  for (const { file, imports } of modules) {
    for (const { to } of imports) {
      if (/^(lib|app)\//.test(to) && roomOf(to) !== roomOf(file)) arrows.get(roomOf(file))?.add(roomOf(to));
    }
  }
  const inOrder = (room: string) => PROJECT_ROOMS.filter((other) => arrows.get(room)?.has(other));
  return `\`\`\`mermaid
flowchart BT
${PROJECT_ROOMS.map((room) => `  ${room}["${room}"]`).join('\n')}
${drawn(arrows)
  .map(([from, to]) => `  ${from} --> ${to}`)
  .join('\n')}
\`\`\`

An arrow that follows from others is left out of the picture; the table has all of them, types included.

| room | imports from |
|---|---|
${PROJECT_ROOMS.map((room) => `| ${room} | ${inOrder(room).join(', ')} |`).join('\n')}`;
}

/** The arrows that no way over other rooms stands for. */
function drawn(arrows: ReadonlyMap<string, ReadonlySet<string>>): (readonly [from: string, to: string])[] {
  const rank = (room: string) => PROJECT_ROOMS.indexOf(room);
  const isDown = (from: string, to: string) => rank(to) < rank(from);
  const reach = new Map<string, Set<string>>();
  for (const room of PROJECT_ROOMS) {
    const next = [...(arrows.get(room) ?? [])].filter((to) => isDown(room, to));
    reach.set(room, new Set(next.flatMap((to) => [to, ...(reach.get(to) ?? [])])));
  }
  return PROJECT_ROOMS.flatMap((from) => {
    const next = [...(arrows.get(from) ?? [])].sort((one, other) => rank(other) - rank(one));
    return next
      .filter(
        (to) =>
          !isDown(from, to) ||
          !next.some((over) => over !== to && isDown(from, over) && reach.get(over)?.has(to)),
      )
      .map((to) => [from, to] as const);
  });
}
