/** Percent of the width or the height of a picture. */
export function at(position: number): string {
  return `${position}%`;
}

interface DayTick {
  readonly x: number;
  readonly label: string;
  /** The label ends at the mark: it would be cut at the edge of the picture. */
  readonly labelEnds?: boolean;
}

/** The days under a picture, each with its mark. `y` in pixels, where the picture ends. */
export function DayTicks({ days, y }: { readonly days: readonly DayTick[]; readonly y: number }) {
  return days.map(({ x, label, labelEnds = false }) => (
    <svg key={label} x={at(x)} y={y} overflow="visible" aria-hidden="true">
      <line className="tick" x1="0" x2="0" y1="0" y2="5" />
      <text className="tick-label" x={labelEnds ? -2 : 2} y="18" textAnchor={labelEnds ? 'end' : 'start'}>
        {label}
      </text>
    </svg>
  ));
}
