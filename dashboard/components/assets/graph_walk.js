/* Where an arrow key leads from one point: the nearest one in its direction; Pos1 and Ende lead to the first and last. */

const WAYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
const ASIDE = 2; // how much farther something seems that lies beside the way

export function reach(key, made, points) {
  if (key === "Home") return points[0];
  if (key === "End") return points.at(-1);
  const way = WAYS[key];
  const from = points.find((point) => point.made === made);
  if (!way || !from) return null;
  let best = null;
  for (const point of points) {
    const [right, down] = [point.left - from.left, point.top - from.top];
    const ahead = right * way[0] + down * way[1];
    const aside = Math.abs(right * way[1] + down * way[0]);
    if (point === from || ahead <= 0.5) continue;
    const far = ahead + ASIDE * aside;
    if (!best || far < best.far) best = { ...point, far };
  }
  return best;
}
