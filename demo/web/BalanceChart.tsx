import { useId } from 'react';
import { formatMoney } from './formatMoney.js';

export interface BalanceChartProps {
  /** One total a day, today's last. */
  history: number[];
  now: number;
  currency: string;
}

const WIDTH = 600;
const HEIGHT = 140;
const PADDING = 10;
const DAY_MS = 86_400_000;

/** The last days as one line. It stretches with its card, so what must keep its shape is no part of the drawing. */
export function BalanceChart({ history, now, currency }: BalanceChartProps) {
  const fill = useId();
  const low = Math.min(...history);
  const high = Math.max(...history);
  const x = (index: number) => (index / Math.max(1, history.length - 1)) * WIDTH;
  const y = (value: number) => PADDING + (1 - (value - low) / Math.max(1, high - low)) * (HEIGHT - 2 * PADDING);
  const line = drawSmoothLine(history.map((value, index) => [x(index), y(value)]));
  const end = y(history.at(-1) ?? low);
  const label = `Total balance over the last ${history.length} days, from ${formatMoney(history[0] ?? 0, currency)} to ${formatMoney(history.at(-1) ?? 0, currency)}`;

  return (
    <figure className="chart">
      <div className="chart__plot">
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={label}>
          <defs>
            <linearGradient id={fill} x1="0" y1="0" x2="0" y2="1">
              <stop offset="0" className="chart__fill-top" />
              <stop offset="1" className="chart__fill-bottom" />
            </linearGradient>
          </defs>
          <path d={`${line}L${WIDTH} ${HEIGHT}L0 ${HEIGHT}Z`} fill={`url(#${fill})`} />
          <path d={line} className="chart__line" />
        </svg>
        <span className="chart__dot" style={{ insetBlockStart: `${(end / HEIGHT) * 100}%` }} />
      </div>
      <figcaption className="chart__days">
        <span>{formatDay(now - (history.length - 1) * DAY_MS)}</span>
        <span>Today</span>
      </figcaption>
    </figure>
  );
}

function formatDay(time: number): string {
  return new Intl.DateTimeFormat('en-US', { day: 'numeric', month: 'short' }).format(time);
}

type Point = [x: number, y: number];

/** A Catmull-Rom spline: through all points, each tangent parallel to the line between its neighbours. */
function drawSmoothLine(points: Point[]): string {
  return points.reduce((path, point, index) => {
    const before = points[index - 1];
    if (!before) return `M${show(point)}`;
    const leaving = lean(before, points[index - 2] ?? before, point);
    const arriving = lean(point, points[index + 1] ?? point, before);
    return `${path}C${show(leaving)} ${show(arriving)} ${show(point)}`;
  }, '');
}

function lean([x, y]: Point, from: Point, to: Point): Point {
  return [x + (to[0] - from[0]) / 6, y + (to[1] - from[1]) / 6];
}

function show([x, y]: Point): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
