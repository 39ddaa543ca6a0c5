/** Places of the `count` highest of the values that are not below 0, highest first, of equal ones the first first. */
export function highest(values: Float64Array, count: number): readonly number[] {
  const valueAt = (place: number): number => values[place] ?? 0;
  return amongHighest(values, count).sort((a, b) => valueAt(b) - valueAt(a) || a - b);
}

/** The same places in no order: a heap with the lowest on top, so that most values cost one comparison. */
export function amongHighest(values: Float64Array, count: number): number[] {
  const heap: number[] = [];
  for (let place = 0; place < values.length; place += 1) {
    const value = values[place] ?? -1;
    if (value < 0) continue;
    if (heap.length < count) {
      heap.push(place);
      if (heap.length === count) for (let at = count >>> 1; at >= 0; at -= 1) sink(heap, values, at);
    } else if (value > (values[heap[0] ?? place] ?? 0)) {
      heap[0] = place;
      sink(heap, values, 0);
    }
  }
  return heap;
}

/** Moves what stands `at` a place of the heap below whatever is lower; of equal values the later place is the lower one. */
function sink(heap: number[], values: Float64Array, at: number): void {
  const isLower = (a: number, b: number): boolean => {
    const [left, right] = [values[heap[a] ?? 0] ?? 0, values[heap[b] ?? 0] ?? 0];
    return left === right ? (heap[a] ?? 0) > (heap[b] ?? 0) : left < right;
  };
  for (let from = at; ;) {
    let lowest = from;
    for (const child of [2 * from + 1, 2 * from + 2]) if (child < heap.length && isLower(child, lowest)) lowest = child;
    if (lowest === from) return;
    [heap[from], heap[lowest]] = [heap[lowest] ?? 0, heap[from] ?? 0];
    from = lowest;
  }
}
