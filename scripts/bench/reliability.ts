/** A guess, how sure it was (0..1), and whether it was right. */
export interface Guessed {
  readonly confidence: number;
  readonly isRight: boolean;
}

/** Guesses of about the same confidence. Everything but `count` is a share, 0..1. */
export interface ReliabilityBin {
  readonly count: number;
  readonly meanConfidence: number;
  readonly shareRight: number;
  /** Wilson's interval, 95 %. */
  readonly low: number;
  readonly high: number;
}

export interface Reliability {
  readonly guesses: number;
  /** By rising confidence; as many guesses in each, give or take one. */
  readonly bins: readonly ReliabilityBin[];
  /** How many guesses were 0.0–0.1 sure, 0.1–0.2, … 0.9–1.0. */
  readonly histogram: readonly number[];
  /** Expected calibration error: how far share right and confidence lie apart, on average over guesses. */
  readonly ece: number;
  /** Mean squared distance of confidence from what happened: 0 is best, 0.25 is a coin's. */
  readonly brier: number;
}

const HISTOGRAM_BINS = 10;
/** Two-sided 95 % of the normal distribution. */
const Z = 1.959_964;

/** Compares confidence with what happened. Throws when there is nothing to compare. */
export function reliabilityOf(guessed: readonly Guessed[], binCount: number): Reliability {
  if (guessed.length === 0) throw new Error("no guess to judge confidence by; ask at least one question that finds a candidate");
  const rising = [...guessed].sort((a, b) => a.confidence - b.confidence);
  const bins = Array.from({ length: binCount }, (_, at) =>
    rising.slice(Math.round((at * rising.length) / binCount), Math.round(((at + 1) * rising.length) / binCount)),
  ).filter((bin) => bin.length > 0);
  const histogram = new Array<number>(HISTOGRAM_BINS).fill(0);
  let squared = 0;
  for (const { confidence, isRight } of guessed) {
    const at = Math.min(HISTOGRAM_BINS - 1, Math.floor(confidence * HISTOGRAM_BINS));
    histogram[at] = (histogram[at] ?? 0) + 1;
    squared += (confidence - (isRight ? 1 : 0)) ** 2;
  }
  const described = bins.map(describe);
  const apart = described.map(({ count, meanConfidence, shareRight }) => count * Math.abs(shareRight - meanConfidence));
  return {
    guesses: guessed.length,
    bins: described,
    histogram,
    ece: sum(apart) / guessed.length,
    brier: squared / guessed.length,
  };
}

function describe(bin: readonly Guessed[]): ReliabilityBin {
  const right = bin.filter(({ isRight }) => isRight).length;
  return {
    count: bin.length,
    meanConfidence: sum(bin.map(({ confidence }) => confidence)) / bin.length,
    shareRight: right / bin.length,
    ...wilson(right, bin.length),
  };
}

/** Where the true share lies with 95 % confidence when `right` of `count` were right (Wilson 1927). */
export function wilson(right: number, count: number): { readonly low: number; readonly high: number } {
  const share = right / count;
  const centre = share + Z ** 2 / (2 * count);
  const spread = Z * Math.sqrt((share * (1 - share)) / count + Z ** 2 / (4 * count ** 2));
  const scale = 1 + Z ** 2 / count;
  // Rounding may lead a hair outside.
  return { low: Math.max(0, (centre - spread) / scale), high: Math.min(1, (centre + spread) / scale) };
}

const PLOT = { left: 76, right: 616, top: 62, bottom: 338 };
const COUNTS = { top: 384, bottom: 432 };
const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1];

/** Draws share right against confidence, and below how often it was how sure: an SVG of 640 × 480. */
export function drawReliability(reliability: Reliability, title: string): string {
  const { guesses, ece, brier } = reliability;
  const subtitle = `${guesses} questions, expected calibration error ${ece.toFixed(3)}, Brier score ${brier.toFixed(3)}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480" viewBox="0 0 640 480" role="img" font-family="sans-serif" font-size="13" fill="#222">`,
    `<title>${escape(title)}</title>`,
    `<rect width="640" height="480" fill="#ffffff"/>`,
    label({ x: 320, y: 24, text: title, more: `font-size="17" font-weight="bold"` }),
    label({ x: 320, y: 46, text: subtitle }),
    ...axes(),
    ...points(reliability.bins),
    ...counts(reliability.histogram),
    label({ x: (PLOT.left + PLOT.right) / 2, y: 468, text: "Confidence of the best candidate (probability, 0 to 1)" }),
    `</svg>`,
    "",
  ].join("\n");
}

function axes(): readonly string[] {
  const middle = (PLOT.top + PLOT.bottom) / 2;
  const grid = TICKS.flatMap((tick) => [
    line([PLOT.left, yOf(tick), PLOT.right, yOf(tick)], `stroke="#e3e3e3"`),
    line([xOf(tick), PLOT.top, xOf(tick), PLOT.bottom], `stroke="#e3e3e3"`),
    label({ x: PLOT.left - 8, y: yOf(tick) + 4, text: tick.toFixed(1), more: `text-anchor="end"` }),
    label({ x: xOf(tick), y: PLOT.bottom + 17, text: tick.toFixed(1) }),
    label({ x: xOf(tick), y: COUNTS.bottom + 16, text: tick.toFixed(1) }),
  ]);
  return [
    ...grid,
    `<rect x="${PLOT.left}" y="${PLOT.top}" width="${PLOT.right - PLOT.left}" height="${PLOT.bottom - PLOT.top}" fill="none" stroke="#777"/>`,
    line([xOf(0), yOf(0), xOf(1), yOf(1)], `stroke="#777" stroke-width="1.5" stroke-dasharray="6 5"`),
    label({ x: xOf(0.03), y: yOf(0.93), text: "– – right as often as sure", more: `text-anchor="start" fill="#555"` }),
    label({
      x: xOf(0.03),
      y: yOf(0.86),
      text: "● equally many questions each, with Wilson 95 % interval",
      more: `text-anchor="start" fill="#1f5fa8"`,
    }),
    label({ x: 24, y: middle, text: "Right (share, 0 to 1)", more: `transform="rotate(-90 24 ${middle})"` }),
  ];
}

function points(bins: readonly ReliabilityBin[]): readonly string[] {
  const centres = bins.map(({ meanConfidence, shareRight }) => `${place(xOf(meanConfidence))},${place(yOf(shareRight))}`);
  const marks = bins.flatMap(({ meanConfidence, shareRight, low, high }) => {
    const x = xOf(meanConfidence);
    const bars = [low, high].map((end) => line([x - 4, yOf(end), x + 4, yOf(end)], `stroke="#1f5fa8" stroke-width="1.5"`));
    const interval = line([x, yOf(low), x, yOf(high)], `stroke="#1f5fa8" stroke-width="1.5"`);
    return [interval, ...bars, `<circle cx="${place(x)}" cy="${place(yOf(shareRight))}" r="4.5" fill="#1f5fa8"/>`];
  });
  return [`<polyline points="${centres.join(" ")}" fill="none" stroke="#1f5fa8" stroke-opacity="0.4"/>`, ...marks];
}

function counts(histogram: readonly number[]): readonly string[] {
  const most = Math.max(1, ...histogram);
  const middle = (COUNTS.top + COUNTS.bottom) / 2;
  const bars = histogram.flatMap((count, at) => {
    const left = xOf(at / histogram.length) + 1;
    const width = xOf((at + 1) / histogram.length) - left - 1;
    const height = ((COUNTS.bottom - COUNTS.top) * count) / most;
    const top = COUNTS.bottom - height;
    return [
      `<rect x="${place(left)}" y="${place(top)}" width="${place(width)}" height="${place(height)}" fill="#9db8d6"/>`,
      label({ x: left + width / 2, y: top - 3, text: String(count), more: `font-size="11"` }),
    ];
  });
  return [
    ...bars,
    line([PLOT.left, COUNTS.bottom, PLOT.right, COUNTS.bottom], `stroke="#777"`),
    label({ x: 24, y: middle, text: "Questions", more: `transform="rotate(-90 24 ${middle})"` }),
    label({ x: 40, y: middle, text: "(count)", more: `transform="rotate(-90 40 ${middle})" font-size="11"` }),
  ];
}

interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly more?: string;
}

function label({ x, y, text, more = "" }: Label): string {
  const anchor = more.includes("text-anchor") ? "" : ` text-anchor="middle"`;
  return `<text x="${place(x)}" y="${place(y)}"${anchor} ${more}>${escape(text)}</text>`;
}

function line([x1, y1, x2, y2]: readonly [number, number, number, number], style: string): string {
  return `<line x1="${place(x1)}" y1="${place(y1)}" x2="${place(x2)}" y2="${place(y2)}" ${style}/>`;
}

function xOf(share: number): number {
  return PLOT.left + share * (PLOT.right - PLOT.left);
}

function yOf(share: number): number {
  return PLOT.bottom - share * (PLOT.bottom - PLOT.top);
}

function place(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
