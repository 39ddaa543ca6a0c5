/** What a text of each label is told apart from: comparing it with all labels costs most of a training's time and teaches no more. */
export interface Rivals {
  /** For each label the labels nearest to it, in rows of `width`. */
  readonly near: Int32Array;
  readonly width: number;
}

/** Directions of labels, a row each. */
export interface Directions {
  readonly rows: Float32Array;
  readonly lengths: Float32Array;
  readonly count: number;
  readonly dimensions: number;
}

/** Finds the `width` labels whose directions are nearest to each label's. */
export function findRivals(directions: Directions, width: number): Rivals {
  const { count } = directions;
  const kept = Math.max(0, Math.min(width, count - 1));
  const near = new Int32Array(count * kept);
  const cosines = new Float32Array(count);
  for (let label = 0; label < count; label += 1) {
    for (let other = 0; other < count; other += 1) cosines[other] = cosine(directions, label, other);
    const order = Int32Array.from(cosines.keys())
      .filter((other) => other !== label)
      .sort((a, b) => (cosines[b] ?? 0) - (cosines[a] ?? 0));
    near.set(order.subarray(0, kept), label * kept);
  }
  return { near, width: kept };
}

function cosine({ rows, lengths, dimensions }: Directions, a: number, b: number): number {
  let sum = 0;
  for (let at = 0; at < dimensions; at += 1) sum += (rows[a * dimensions + at] ?? 0) * (rows[b * dimensions + at] ?? 0);
  return sum / ((lengths[a] ?? 1) * (lengths[b] ?? 1));
}

/** The labels one text is compared with, its own first, and how many labels each stands for. */
export interface Compared {
  readonly labels: Int32Array;
  readonly standsFor: Float32Array;
  count: number;
}

export interface Comparing {
  readonly label: number;
  /** So many are chosen by chance, for all that are not near. */
  readonly random: number;
  readonly labelCount: number;
  readonly chance: () => number;
}

/** Fills `into` with a label, its rivals, and some by chance for all the others. */
export function chooseLabels({ near, width }: Rivals, { label, random, labelCount, chance }: Comparing, into: Compared): void {
  const { labels, standsFor } = into;
  labels[0] = label;
  standsFor.fill(1, 0, width + 1);
  labels.set(near.subarray(label * width, (label + 1) * width), 1);
  const others = labelCount - width - 1;
  const chosen = Math.min(random, others);
  for (let at = width + 1; at <= width + chosen; at += 1) {
    labels[at] = Math.floor(chance() * labelCount);
    // One that is chosen twice, or is near besides, counts a little more than it should: rare, and no harm.
    standsFor[at] = labels[at] === label ? 0 : others / chosen;
  }
  into.count = width + 1 + chosen;
}
